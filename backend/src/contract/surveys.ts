import { z } from 'zod';
import { Day } from './calendar.js';

const Asked = {
  id: z.string().regex(/^[a-z][a-z-]{0,39}$/, '記号は英小文字とハイフンで、40文字以内にしてください'),
  /** Short, for reports. */
  label: z.string().min(1, '集計での名前を入力してください').max(100, '集計での名前は100文字以内にしてください'),
  /** As asked. */
  text: z.string().min(1, '設問の文を入力してください').max(500, '設問の文は500文字以内にしてください'),
  required: z.boolean(),
};
const Choice = z.object({
  id: z.string().regex(/^[a-z][a-z-]{0,39}$/, '選択肢は「記号 言葉」の形で、1行に1つ入力してください'),
  label: z.string().min(1, '選択肢は「記号 言葉」の形で、1行に1つ入力してください'),
  /** The percentage that was printed for R7; quoted beside our own, never used. */
  published: z.string().optional(),
});

/** One question of a survey. The main one of every survey is the scale `overall`. */
export const SurveyQuestion = z.discriminatedUnion(
  'kind',
  [
    z.object({
      kind: z.literal('scale'),
      ...Asked,
      /** The words of 5, 4, 3, 2, 1: 5 is good. */
      words: z.array(z.string()).length(5, '5段階の言葉は、5から1までを5行で入力してください'),
      /** The way out for whom the question does not concern. */
      notApplicable: z.string().optional(),
      published: z.object({ mean: z.string(), n: z.number().int() }).optional(),
    }),
    z.object({ kind: z.literal('choice'), ...Asked, choices: z.array(Choice) }),
    z.object({ kind: z.literal('multi'), ...Asked, choices: z.array(Choice) }),
    z.object({
      kind: z.literal('text'),
      ...Asked,
      maxLength: z
        .number('自由記述の文字数は整数で入力してください')
        .int('自由記述の文字数は整数で入力してください')
        .min(1, '自由記述の文字数は1以上にしてください')
        .max(4000, '自由記述の文字数は4000以下にしてください'),
    }),
  ],
  { error: '設問の種類を選んでください' },
);
export type SurveyQuestion = z.infer<typeof SurveyQuestion>;

export const MAIN_QUESTION = 'overall';
/** The answer to a scale of somebody whom the question does not concern. */
export const NOT_APPLICABLE = 'notApplicable';

/** Answers by question: a point or `notApplicable`, a choice, several choices, or words. */
export const SurveyAnswers = z.record(
  z.string().max(40),
  z.union([z.number().int(), z.string().max(4000), z.array(z.string().max(40)).max(50)]),
);
export type SurveyAnswers = z.infer<typeof SurveyAnswers>;

/** A mailed survey link when opened, by whoever holds it: nothing of the case but number and title. */
export const SurveySheet = z
  .object({
    name: z.string(),
    number: z.string().nullable(),
    title: z.string().nullable(),
    closesOn: Day,
    state: z.enum(['open', 'answered', 'closed']),
    /** Empty when there is nothing to answer any more. */
    questions: z.array(SurveyQuestion),
  })
  .meta({ id: 'SurveySheet' });
export type SurveySheet = z.infer<typeof SurveySheet>;

export const AnswerSurvey = z.object({ answers: SurveyAnswers });
export type AnswerSurvey = z.infer<typeof AnswerSurvey>;

const Days = (name: string) =>
  z
    .number(`${name}は整数で入力してください`)
    .int(`${name}は整数で入力してください`)
    .min(1, `${name}は1以上にしてください`)
    .max(90, `${name}は90以下にしてください`);
const words = (name: string, most: number) =>
  z.string().trim().min(1, `${name}を入力してください`).max(most, `${name}は${most}文字以内で入力してください`);

/** A version of a survey to add. What was asked and answered before keeps the version it was asked with. */
export const NewSurveyVersion = z.object({
  basedOn: z.number().int(),
  name: words('調査の名称', 100),
  closesAfterDays: Days('締切までの日数'),
  remindAfterDays: Days('督促までの日数'),
  validFrom: Day,
  questions: z.array(SurveyQuestion).min(1, '設問を1つ以上入力してください').max(30, '設問は30以内にしてください'),
});
export type NewSurveyVersion = z.infer<typeof NewSurveyVersion>;

/** All surveys with all their versions, the newest of each first. */
export const SurveyDefinitions = z
  .object({
    items: z.array(
      NewSurveyVersion.omit({ basedOn: true }).extend({
        survey: z.string(),
        version: z.number().int(),
        source: z.string(),
        /** Somebody was asked with this version. */
        used: z.boolean(),
      }),
    ),
    allowedActions: z.array(z.enum(['add'])),
  })
  .meta({ id: 'SurveyDefinitions' });
export type SurveyDefinitions = z.infer<typeof SurveyDefinitions>;
