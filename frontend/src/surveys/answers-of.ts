import type { Values } from '@/lib/form-state';

const ANSWER = 'answers.';

/** The answers among what a form sent, by question. */
export const answersOf = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith(ANSWER) ? [[name.slice(ANSWER.length), value]] : [],
    ),
  );
