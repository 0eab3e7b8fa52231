import { z } from 'zod';
import { Day } from './calendar.js';

const Asked = {
  id: z.string().regex(/^[a-z][a-z-]*$/),
  /** Short, for reports. */
  label: z.string(),
  /** As asked. */
  text: z.string(),
  required: z.boolean(),
};
const Choice = z.object({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  label: z.string(),
  /** The percentage that was printed for R7; quoted beside our own, never used. */
  published: z.string().optional(),
});

/** One question of a survey. The main one of every survey is the scale `overall`. */
export const SurveyQuestion = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('scale'),
    ...Asked,
    /** The words of 5, 4, 3, 2, 1: 5 is good. */
    words: z.array(z.string()).length(5),
    /** The way out for whom the question does not concern. */
    notApplicable: z.string().optional(),
    published: z.object({ mean: z.string(), n: z.number().int() }).optional(),
  }),
  z.object({ kind: z.literal('choice'), ...Asked, choices: z.array(Choice) }),
  z.object({ kind: z.literal('multi'), ...Asked, choices: z.array(Choice) }),
  z.object({ kind: z.literal('text'), ...Asked, maxLength: z.number().int() }),
]);
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
