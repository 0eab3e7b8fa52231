import type { Choice, ChoiceKind } from '@musubi/backend/contract/suggestions';

/** What was taken and not undone, in the order it was taken. */
export const standing = (choices: readonly Choice[], wanted: ChoiceKind): Choice[] =>
  choices
    .filter(({ kind, verdict, undoneAt }) => kind === wanted && verdict === 'taken' && undoneAt === null)
    .toReversed();
