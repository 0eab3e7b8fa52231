import { z } from 'zod';
import { Day } from './calendar.js';
import { CsvEncoding } from './csv.js';
import { GroupFigures, QuestionFigures } from './satisfaction.js';
import { SurveyAnswers, SurveyQuestion } from './surveys.js';

/** Which of the two surveys of 伴走支援; the key of its definitions. */
export const TeamSurveyKind = z.enum(['companion-town', 'companion-officer']);
export type TeamSurveyKind = z.infer<typeof TeamSurveyKind>;
export const TEAM_SURVEY_LABEL: Record<TeamSurveyKind, string> = {
  'companion-town': '市町村調査',
  'companion-officer': '支援官調査',
};

export const Occasion = z.enum(['half', 'end']);
export type Occasion = z.infer<typeof Occasion>;
export const OCCASION_LABEL: Record<Occasion, string> = { half: '中間', end: '期末' };

/** The question whose answer is read with the name of the town: 継続の希望. */
export const CONTINUATION_QUESTION = 'continuation';

/** A survey before its opening, while it is answered, and after its last day. Figures are there when it is closed. */
export const TeamSurveyState = z.enum(['planned', 'open', 'closed']);
export type TeamSurveyState = z.infer<typeof TeamSurveyState>;
export const TEAM_SURVEY_STATE_LABEL: Record<TeamSurveyState, string> = {
  planned: '実施前',
  open: '回答受付中',
  closed: '締切済',
};

export const PlanTeamSurvey = z
  .object({ survey: TeamSurveyKind, occasion: Occasion, opensOn: Day, closesOn: Day })
  .refine(({ opensOn, closesOn }) => opensOn < closesOn, {
    path: ['closesOn'],
    message: '回答の期限は、開始日より後の日にしてください',
  });
export type PlanTeamSurvey = z.infer<typeof PlanTeamSurvey>;

/** One of the four of a 年度. Without `id` it is only what the calendar of the round proposes. */
export const TeamSurveySlot = z.object({
  id: z.uuid().nullable(),
  survey: TeamSurveyKind,
  occasion: Occasion,
  opensOn: Day.nullable(),
  closesOn: Day.nullable(),
  state: TeamSurveyState.nullable(),
  invited: z.number().int(),
  answered: z.number().int(),
  /** In percent, one decimal. */
  responseRate: z.number().nullable(),
  /** Of the main question; null until the survey is closed, and for fewer than five answers. */
  mean: z.number().nullable(),
});
export type TeamSurveySlot = z.infer<typeof TeamSurveySlot>;

export const TeamSurveys = z
  .object({
    round: z.object({ id: z.uuid(), name: z.string() }),
    items: z.array(TeamSurveySlot),
    allowedActions: z.array(z.enum(['plan'])),
  })
  .meta({ id: 'TeamSurveys' });
export type TeamSurveys = z.infer<typeof TeamSurveys>;

const FreeText = z.object({ no: z.number().int(), text: z.string(), quotedAs: z.string().nullable() });

/** The figures of one survey. Nothing but n until it is closed, and for fewer than five answers. */
export const TeamSurveyReport = z
  .object({
    id: z.uuid(),
    round: z.object({ id: z.uuid(), name: z.string() }),
    survey: TeamSurveyKind,
    name: z.string(),
    occasion: Occasion,
    opensOn: Day,
    closesOn: Day,
    state: TeamSurveyState,
    invited: z.number().int(),
    n: z.number().int(),
    responseRate: z.number().nullable(),
    hidden: z.enum(['open', 'few']).nullable(),
    questions: z.array(QuestionFigures),
    breakdowns: z.array(
      z.object({ by: z.enum(['field', 'prefecture']), label: z.string(), groups: z.array(GroupFigures) }),
    ),
    texts: z.array(z.object({ question: z.string(), label: z.string(), items: z.array(FreeText) })),
  })
  .meta({ id: 'TeamSurveyReport' });
export type TeamSurveyReport = z.infer<typeof TeamSurveyReport>;

const Key = z.string().regex(/^[A-Za-z0-9-]{1,40}$/, '選択肢から選んでください');
/** Answers to one question, or those that gave one answer to it. */
export const TeamSurveyRowsFilter = z.object({ question: Key.optional(), value: Key.optional() });
export type TeamSurveyRowsFilter = z.infer<typeof TeamSurveyRowsFilter>;
export const TeamSurveyRowsExport = TeamSurveyRowsFilter.extend(CsvEncoding.shape);
export type TeamSurveyRowsExport = z.infer<typeof TeamSurveyRowsExport>;

/** Single answers without any name, without words of one's own, and in no order that tells anything. */
export const TeamSurveyRows = z
  .object({
    name: z.string(),
    items: z.array(
      z.object({
        /** In this list; it tells nothing. */
        no: z.number().int(),
        answers: z.array(
          z.object({ question: z.string(), label: z.string(), answer: z.string(), value: SurveyAnswers.valueType }),
        ),
      }),
    ),
    total: z.number().int(),
  })
  .meta({ id: 'TeamSurveyRows' });
export type TeamSurveyRows = z.infer<typeof TeamSurveyRows>;

/** A mailed link when opened by whoever holds it. */
export const TeamSurveySheet = z
  .object({
    name: z.string(),
    survey: TeamSurveyKind,
    round: z.string(),
    /** Who answers: the town, or the officer. */
    respondent: z.string(),
    closesOn: Day,
    state: z.enum(['open', 'answered', 'closed']),
    /** Empty after the last day, like the answers. */
    questions: z.array(SurveyQuestion),
    answers: SurveyAnswers,
    quotable: z.boolean(),
  })
  .meta({ id: 'TeamSurveySheet' });
export type TeamSurveySheet = z.infer<typeof TeamSurveySheet>;

export const AnswerTeamSurvey = z.object({ answers: SurveyAnswers, quotable: z.boolean().default(false) });
export type AnswerTeamSurvey = z.infer<typeof AnswerTeamSurvey>;

/** The surveys that wait for the person in a team. */
export const MyTeamSurveys = z
  .object({
    items: z.array(
      z.object({
        name: z.string(),
        occasion: Occasion,
        closesOn: Day,
        state: z.enum(['open', 'answered', 'closed']),
        href: z.string(),
      }),
    ),
  })
  .meta({ id: 'MyTeamSurveys' });
export type MyTeamSurveys = z.infer<typeof MyTeamSurveys>;
