import { z } from 'zod';
import { Day } from './calendar.js';
import { CsvEncoding } from './csv.js';
import { boundedPageOf, Paging, pageOf } from './paging.js';
import { SurveyAnswers } from './surveys.js';

/** What a report can be split by. */
export const Dimension = z.enum(['field', 'ministry', 'prefecture', 'month']);
export type Dimension = z.infer<typeof Dimension>;
export const DIMENSION_LABEL: Record<Dimension, string> = {
  field: '政策分野',
  ministry: '府省庁',
  prefecture: '都道府県',
  month: '依頼した月',
};
/** The key of a group for what has no field, or no ministry. */
export const NO_GROUP = 'none';

const Key = z.string().regex(/^[A-Za-z0-9-]{1,40}$/, '選択肢から選んでください');

/** Which answers a report is about. A case counts by the day on which its survey was sent. */
export const SatisfactionFilter = z.object({
  survey: Key.default('consultation'),
  from: Day.optional(),
  to: Day.optional(),
  field: Key.optional(),
  ministry: Key.optional(),
  prefecture: Key.optional(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月は 2026-11 の形で入力してください')
    .optional(),
});
export type SatisfactionFilter = z.infer<typeof SatisfactionFilter>;

/** A filter, and which answers to one question. */
export const ResponseFilter = Paging.extend(SatisfactionFilter.shape).extend({
  question: Key.optional(),
  value: Key.optional(),
});
export type ResponseFilter = z.infer<typeof ResponseFilter>;

export const SatisfactionExport = SatisfactionFilter.extend(CsvEncoding.shape);
export type SatisfactionExport = z.infer<typeof SatisfactionExport>;
export const ResponseExport = ResponseFilter.extend(CsvEncoding.shape);
export type ResponseExport = z.infer<typeof ResponseExport>;

/** A count, its share of the respondents in percent (one decimal, half up), and the way to its rows. */
const Share = z.object({
  value: z.string(),
  label: z.string(),
  count: z.number().int(),
  percent: z.number().nullable(),
  published: z.string().optional(),
  href: z.string().nullable(),
});

/** The figures of one question. Numbers are null where fewer than five answered and the reader may not see single answers. */
export const QuestionFigures = z.object({
  id: z.string(),
  kind: z.enum(['scale', 'choice', 'multi', 'text']),
  label: z.string(),
  n: z.number().int().nullable(),
  href: z.string().nullable(),
  mean: z.number().nullable(),
  published: z.object({ mean: z.string(), n: z.number().int() }).optional(),
  shares: z.array(Share),
});
export type QuestionFigures = z.infer<typeof QuestionFigures>;

/** A group of a breakdown. `hidden`: fewer than five, or hidden so that such a group cannot be derived from the rest. */
export const GroupFigures = z.object({
  key: z.string(),
  label: z.string(),
  hidden: z.boolean(),
  n: z.number().int().nullable(),
  mean: z.number().nullable(),
  href: z.string().nullable(),
});
export type GroupFigures = z.infer<typeof GroupFigures>;

const Named = z.object({ key: z.string(), label: z.string() });

export const SatisfactionReport = z
  .object({
    survey: Named,
    surveys: z.array(Named),
    /** Conditions the reader may choose; of several at once only who sees single answers. */
    options: z.array(z.object({ by: Dimension, label: z.string(), groups: z.array(Named) })),
    mayReadResponses: z.boolean(),
    /** Fewer than five answers match, and the reader may not see single answers. */
    hidden: z.boolean(),
    invited: z.number().int().nullable(),
    invitedHref: z.string().nullable(),
    n: z.number().int().nullable(),
    responsesHref: z.string().nullable(),
    /** In percent, one decimal. */
    responseRate: z.number().nullable(),
    questions: z.array(QuestionFigures),
    /** Empty under a condition for who may not see single answers. */
    breakdowns: z.array(z.object({ by: Dimension, label: z.string(), groups: z.array(GroupFigures) })),
    csvHref: z.string(),
    followUps: z.object({ open: z.number().int(), done: z.number().int() }).nullable(),
  })
  .meta({ id: 'SatisfactionReport' });
export type SatisfactionReport = z.infer<typeof SatisfactionReport>;

const CaseOfSurvey = z.object({ id: z.uuid(), number: z.string(), title: z.string() }).nullable();

export const SurveyResponse = z
  .object({
    id: z.uuid(),
    answeredAt: z.iso.datetime(),
    consultation: CaseOfSurvey,
    municipalityCode: z.string().nullable(),
    municipalityLabel: z.string().nullable(),
    score: z.number().int(),
    /** In words, as asked, and as kept. */
    answers: z.array(
      z.object({ question: z.string(), label: z.string(), answer: z.string(), value: SurveyAnswers.valueType }),
    ),
  })
  .meta({ id: 'SurveyResponse' });
export type SurveyResponse = z.infer<typeof SurveyResponse>;
export const SurveyResponsePage = boundedPageOf(SurveyResponse).meta({ id: 'SurveyResponsePage' });
export type SurveyResponsePage = z.infer<typeof SurveyResponsePage>;

export const SurveyInvitation = z
  .object({
    id: z.uuid(),
    consultation: CaseOfSurvey,
    municipalityLabel: z.string().nullable(),
    invitedOn: Day,
    closesOn: Day,
    remindedOn: Day.nullable(),
    answeredOn: Day.nullable(),
  })
  .meta({ id: 'SurveyInvitation' });
export type SurveyInvitation = z.infer<typeof SurveyInvitation>;
export const SurveyInvitationPage = boundedPageOf(SurveyInvitation).meta({ id: 'SurveyInvitationPage' });
export type SurveyInvitationPage = z.infer<typeof SurveyInvitationPage>;

export const FollowUpAction = z.enum(['take', 'close']);
export type FollowUpAction = z.infer<typeof FollowUpAction>;

/** A low score that somebody should look after. */
export const FollowUpTask = z
  .object({
    id: z.uuid(),
    createdAt: z.iso.datetime(),
    owner: z.string().nullable(),
    doneAt: z.iso.datetime().nullable(),
    doneBy: z.string().nullable(),
    note: z.string(),
    response: SurveyResponse,
    allowedActions: z.array(FollowUpAction),
  })
  .meta({ id: 'FollowUpTask' });
export type FollowUpTask = z.infer<typeof FollowUpTask>;
export const FollowUpPage = pageOf(FollowUpTask).meta({ id: 'FollowUpPage' });
export type FollowUpPage = z.infer<typeof FollowUpPage>;

export const FollowUpFilter = Paging.extend({ state: z.enum(['open', 'done']).default('open') });
export type FollowUpFilter = z.infer<typeof FollowUpFilter>;

export const CloseFollowUp = z.object({
  note: z
    .string()
    .trim()
    .min(1, '対応の記録を入力してください')
    .max(1000, '対応の記録は1000文字以内で入力してください'),
});
export type CloseFollowUp = z.infer<typeof CloseFollowUp>;
