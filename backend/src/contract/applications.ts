import { z } from 'zod';
import { FormChoices, FormDefinition, Karte } from './forms.js';
import { Email } from './identity.js';
import { MunicipalityCode } from './municipalities.js';
import { listParam, Paging, pageOf } from './paging.js';
import { Call, CallKind, RoundState } from './rounds.js';

export type { CallKind } from './rounds.js';

export const ApplicationState = z.enum(['draft', 'submitted', 'chosen', 'reserve', 'notChosen', 'withdrawn']);
export type ApplicationState = z.infer<typeof ApplicationState>;
export const APPLICATION_STATE_LABEL: Record<ApplicationState, string> = {
  draft: '下書き',
  submitted: '応募済',
  chosen: '選定',
  reserve: '補欠',
  notChosen: '不選定',
  withdrawn: '辞退・取下げ',
};

export const ApplicationAction = z.enum([
  ...(['requestReview', 'submit', 'withdraw'] as const),
  ...(['choose', 'keepInReserve', 'notChoose', 'reconsider', 'moveUp'] as const),
]);
export type ApplicationAction = z.infer<typeof ApplicationAction>;
export const APPLICATION_ACTION_LABEL: Record<ApplicationAction, string> = {
  requestReview: '承認者に確認を依頼する',
  submit: '応募する',
  withdraw: '辞退する・取り下げる',
  choose: '選定とする',
  keepInReserve: '補欠とする',
  notChoose: '不選定とする',
  reconsider: '決定を取り消す',
  moveUp: '補欠から繰り上げる',
};

export const ApplicationPermit = z.enum(['edit', 'askConsent']);
export type ApplicationPermit = z.infer<typeof ApplicationPermit>;
export const AllowedApplicationAction = z.union([ApplicationAction, ApplicationPermit]);
export type AllowedApplicationAction = z.infer<typeof AllowedApplicationAction>;

const Version = z.number('画面を読み込み直してください').int();

export const NewApplication = z.object({
  roundId: z.uuid(),
  kind: CallKind,
  /** May be left out by a person of one town. */
  municipalityCode: MunicipalityCode.optional(),
});
export type NewApplication = z.infer<typeof NewApplication>;

export const SaveApplication = z.object({ version: Version, karte: Karte });
export type SaveApplication = z.infer<typeof SaveApplication>;
export const SavedApplication = z
  .object({ version: z.number().int(), savedAt: z.iso.datetime() })
  .meta({ id: 'SavedApplication' });

export const SubmitApplication = z.object({ version: Version });
export const SubmittedApplication = z
  .object({ number: z.string(), submittedAt: z.iso.datetime() })
  .meta({ id: 'SubmittedApplication' });
export type SubmittedApplication = z.infer<typeof SubmittedApplication>;

export const Withdraw = z.object({
  reason: z
    .string()
    .trim()
    .min(1, '辞退・取下げの理由を入力してください')
    .max(500, '理由は500文字以内で入力してください'),
});

/** 所属長の同意 */
export const ConsentState = z.enum(['asked', 'agreed', 'refused']);
export type ConsentState = z.infer<typeof ConsentState>;
export const CONSENT_LABEL: Record<ConsentState, string> = {
  asked: '所属長の返答待ち',
  agreed: '所属長が同意',
  refused: '所属長が不同意',
};
const Consent = z.object({
  superior: z.string(),
  address: z.string(),
  state: ConsentState,
  askedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
});
export type Consent = z.infer<typeof Consent>;

export const AskConsent = z.object({
  superior: z.string().trim().min(1, '所属長の氏名を入力してください').max(50, '氏名は50文字以内で入力してください'),
  address: Email,
});
export type AskConsent = z.infer<typeof AskConsent>;

/** What a superior sees behind the mailed link; nothing of the application but who, where and how much. */
export const ConsentSheet = z
  .object({
    round: z.string(),
    applicant: z.string(),
    ministry: z.string(),
    division: z.string(),
    hours: z.string(),
    superior: z.string(),
    state: z.enum(['open', 'answered', 'ended']),
  })
  .meta({ id: 'ConsentSheet' });
export type ConsentSheet = z.infer<typeof ConsentSheet>;

export const AnswerConsent = z
  .object({
    agreed: z.boolean('同意するか、同意しないかを選んでください'),
    reason: z.string().trim().max(500, '理由は500文字以内で入力してください').default(''),
  })
  .refine(({ agreed, reason }) => agreed || reason !== '', {
    path: ['reason'],
    message: '同意しない理由を入力してください',
  });
export type AnswerConsent = z.infer<typeof AnswerConsent>;

const Place = z.object({ code: z.string(), label: z.string() });

/** An application as its writer and the secretariat read it. Never a score. */
export const Application = z
  .object({
    id: z.uuid(),
    round: z.object({ id: z.uuid(), name: z.string(), state: RoundState, populationLimit: z.number().int() }),
    call: Call,
    kind: CallKind,
    state: ApplicationState,
    number: z.string().nullable(),
    municipality: Place.nullable(),
    applicant: z.string(),
    form: FormDefinition,
    choices: FormChoices,
    sheet: Karte,
    version: z.number().int(),
    submittedAt: z.iso.datetime().nullable(),
    savedAt: z.iso.datetime(),
    savedBy: z.string(),
    consent: Consent.nullable(),
    /** 補欠の順位; told with the letter. */
    place: z.number().int().nullable(),
    allowedActions: z.array(AllowedApplicationAction),
  })
  .meta({ id: 'Application' });
export type Application = z.infer<typeof Application>;

export const ApplicationCheck = z.object({ faults: z.record(z.string(), z.string()) }).meta({ id: 'ApplicationCheck' });
export type ApplicationCheck = z.infer<typeof ApplicationCheck>;

export const ApplicationsFilter = Paging.extend({
  roundId: z.uuid().optional(),
  kind: CallKind.optional(),
  state: listParam(ApplicationState),
});
export type ApplicationsFilter = z.infer<typeof ApplicationsFilter>;

export const ApplicationRow = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  round: z.string(),
  kind: CallKind,
  state: ApplicationState,
  number: z.string().nullable(),
  /** The town, or the officer with the ministry. */
  label: z.string(),
  submittedAt: z.iso.datetime().nullable(),
  closesAt: z.iso.datetime(),
  consent: ConsentState.nullable(),
});
export type ApplicationRow = z.infer<typeof ApplicationRow>;
export const Applications = pageOf(ApplicationRow).meta({ id: 'Applications' });
export type Applications = z.infer<typeof Applications>;

/** What the person may begin: a call that is open and for which nothing of theirs stands yet. */
export const ApplicationStarts = z
  .object({
    items: z.array(z.object({ roundId: z.uuid(), round: z.string(), call: Call, towns: z.array(Place) })),
  })
  .meta({ id: 'ApplicationStarts' });
export type ApplicationStarts = z.infer<typeof ApplicationStarts>;
