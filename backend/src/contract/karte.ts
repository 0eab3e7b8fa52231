import { z } from 'zod';
import { ATTACHMENT_READINGS } from './attachment-words.js';
import { FormChoices, FormDefinition, Karte } from './forms.js';
import { AllowedAction, ConsultationState } from './lifecycle.js';
import { MunicipalityCode } from './municipalities.js';

/** How a カルテ came in that the desk enters for a town. */
export const ProxyChannel = z.enum(['mail', 'phone', 'visit', 'post']);
export type ProxyChannel = z.infer<typeof ProxyChannel>;
export const PROXY_CHANNEL_LABEL: Record<ProxyChannel, string> = {
  mail: 'メール',
  phone: '電話',
  visit: '来訪',
  post: '郵送',
};

export const NewConsultation = z
  .object({
    /** May be left out by a person of one town. */
    municipalityCode: MunicipalityCode.optional(),
    /** Start from a good practice: its facts become elements. */
    practiceId: z.string().max(40).optional(),
    /** Start from another カルテ of the town: texts, without dates, consents, attachments and number. */
    cloneOf: z.uuid().optional(),
    /** The desk enters it for the town. */
    proxyChannel: ProxyChannel.optional(),
    /** What is known already; goes over what the start gives. */
    karte: Karte.optional(),
  })
  .refine(({ practiceId, cloneOf }) => !(practiceId && cloneOf), {
    path: ['practiceId'],
    error: '好事例と前回の相談カルテは、どちらか一方を選んでください',
  });
export type NewConsultation = z.infer<typeof NewConsultation>;

const Version = z.number('画面を読み込み直してください').int();

export const SaveKarte = z.object({
  /** The version that was edited. */
  version: Version,
  karte: Karte,
  /** 構成団体; as they are when left out. */
  memberCodes: z.array(MunicipalityCode).max(20, '構成団体は20団体以内にしてください').optional(),
});
export type SaveKarte = z.infer<typeof SaveKarte>;

export const SavedKarte = z.object({ version: z.number().int(), savedAt: z.iso.datetime() }).meta({ id: 'SavedKarte' });
export type SavedKarte = z.infer<typeof SavedKarte>;

/** What stands in the database now, told to somebody whose save came too late. */
export const StoredKarte = z.object({
  version: z.number().int(),
  karte: Karte,
  memberCodes: z.array(z.string()),
  savedAt: z.iso.datetime(),
  savedBy: z.string(),
});
export type StoredKarte = z.infer<typeof StoredKarte>;

const Town = z.object({ code: z.string(), label: z.string() });

/** What a person may begin with. */
export const NewKarteOptions = z
  .object({
    /** For which towns the person writes; more than one has to be chosen from. */
    towns: z.array(Town),
    /** The ways in which the desk receives what it enters for a town; empty for everybody else. */
    proxyChannels: z.array(z.object({ value: ProxyChannel, label: z.string() })),
    /** The newest of the towns' カルテ, to start from. */
    kartes: z.array(
      z.object({
        id: z.uuid(),
        number: z.string().nullable(),
        title: z.string(),
        town: z.string(),
        createdAt: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'NewKarteOptions' });
export type NewKarteOptions = z.infer<typeof NewKarteOptions>;

export const Attachment = z
  .object({
    id: z.uuid(),
    name: z.string(),
    type: z.string(),
    bytes: z.number().int(),
    addedAt: z.iso.datetime(),
    addedBy: z.string(),
    reading: z.enum(ATTACHMENT_READINGS),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof Attachment>;

export const MAX_ATTACHMENTS = 20;
export const MAX_ATTACHMENT_MB = 10;
/** Ends of file names that are taken. */
export const ATTACHMENT_KINDS = ['pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpg', 'jpeg', 'csv', 'txt'] as const;

/** A カルテ with all that its sheet shows. */
export const KarteSheet = z
  .object({
    id: z.uuid(),
    number: z.string().nullable(),
    state: ConsultationState,
    form: FormDefinition,
    choices: FormChoices,
    karte: Karte,
    version: z.number().int(),
    municipality: Town,
    members: z.array(Town),
    proxyChannel: ProxyChannel.nullable(),
    /** 差戻し: what the desk asks to correct, per item. `item` is an input's key or an item's number. */
    corrections: z.array(
      z.object({ id: z.uuid(), item: z.string(), reason: z.string(), requestedAt: z.iso.datetime() }),
    ),
    attachments: z.array(Attachment),
    additions: z.array(z.object({ id: z.uuid(), text: z.string(), author: z.string(), writtenAt: z.iso.datetime() })),
    submittedAt: z.iso.datetime().nullable(),
    savedAt: z.iso.datetime(),
    savedBy: z.string(),
    allowedActions: z.array(AllowedAction),
  })
  .meta({ id: 'KarteSheet' });
export type KarteSheet = z.infer<typeof KarteSheet>;

/** What stands in the way of submitting, and what is worth a second look. Input key → message. */
export const KarteCheck = z
  .object({
    faults: z.record(z.string(), z.string()),
    warnings: z.array(z.object({ key: z.string(), message: z.string() })),
  })
  .meta({ id: 'KarteCheck' });
export type KarteCheck = z.infer<typeof KarteCheck>;

/** One submission of a カルテ and what it changed since the one before. */
export const Submission = z
  .object({
    round: z.number().int(),
    submittedAt: z.iso.datetime(),
    submittedBy: z.string(),
    changes: z.array(z.object({ no: z.number().int(), label: z.string(), before: z.string(), after: z.string() })),
  })
  .meta({ id: 'Submission' });
export type Submission = z.infer<typeof Submission>;

export const SubmitKarte = z.object({
  version: Version,
  /** The person has seen the warnings and submits all the same. */
  confirmWarnings: z.boolean().default(false),
});
export type SubmitKarte = z.infer<typeof SubmitKarte>;

export const SendBackToAuthor = z.object({
  reason: z
    .string()
    .trim()
    .min(1, '作成者に戻す理由を入力してください')
    .max(500, '理由は500文字以内で入力してください'),
});

export const NewAddition = z.object({
  text: z.string().trim().min(1, '追記の内容を入力してください').max(2000, '追記は2000文字以内で入力してください'),
});
