import type { PassageInput, ReplyContact, ReplyInput } from '@musubi/backend/contract/replies';
import { sectionsOf } from '@musubi/backend/contract/reply-text';
import type { Values } from '@/lib/form-state';

/** What the desk edits of a reply. */
export interface Draft {
  subject: string;
  greeting: string;
  passages: PassageInput[];
  contacts: ReplyContact[];
  closing: string;
}

/** What somebody else saved meanwhile. */
export type StoredReply = ReplyInput & { savedBy: string };

export const text = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';
const ids = (values: Values, name: string): string[] => text(values, name).split(',').filter(Boolean);

/** The draft as it stands in the fields. The heading of a section has one field, at its first passage. */
export function draftOf(values: Values): Draft {
  const passages: PassageInput[] = [];
  for (let i = 0; `passages.${i}.id` in values; i += 1) {
    const at = `passages.${i}`;
    const own = `${at}.heading` in values;
    passages.push({
      id: text(values, `${at}.id`),
      heading: own ? text(values, `${at}.heading`) : (passages.at(-1)?.heading ?? ''),
      title: text(values, `${at}.title`),
      text: text(values, `${at}.text`),
      answerIds: ids(values, `${at}.answerIds`),
      questionRowIds: ids(values, `${at}.questionRowIds`),
    });
  }
  const contacts: ReplyContact[] = [];
  for (let i = 0; `contacts.${i}.organisation` in values; i += 1) {
    const [organisation = '', tel = '', email = ''] = ['organisation', 'tel', 'email'].map((field) =>
      text(values, `contacts.${i}.${field}`),
    );
    contacts.push({ organisation, tel, email });
  }
  const [subject = '', greeting = '', closing = ''] = ['subject', 'greeting', 'closing'].map((name) =>
    text(values, name),
  );
  return { subject, greeting, passages, contacts, closing };
}

/** The draft after a button such as `up-3`: what moves, comes or goes. Any other button leaves it as it is. */
export function changed(draft: Draft, intent: string, values: Values): Draft {
  const [verb, which = ''] = intent.split(/-(.*)/);
  const i = Number(which);
  switch (verb) {
    case 'up':
      return { ...draft, passages: swapped(draft.passages, i - 1) };
    case 'down':
      return { ...draft, passages: swapped(draft.passages, i) };
    case 'sectionUp':
      return { ...draft, passages: sectionMoved(draft.passages, i, -1) };
    case 'sectionDown':
      return { ...draft, passages: sectionMoved(draft.passages, i, 1) };
    case 'remove':
      return { ...draft, passages: draft.passages.filter((_, index) => index !== i) };
    case 'move':
      return { ...draft, passages: movedTo(draft.passages, which, values) };
    case 'add':
      return { ...draft, passages: withOwnWords(draft.passages, i) };
    case 'addSection':
      return { ...draft, passages: [...draft.passages, ownPassage('新しい項目', [])] };
    case 'answer':
      return { ...draft, passages: [...draft.passages, ownPassage(text(values, `question.${which}`), [which])] };
    case 'addContact':
      return { ...draft, contacts: [...draft.contacts, { organisation: '', tel: '', email: '' }] };
    case 'removeContact':
      return { ...draft, contacts: draft.contacts.filter((_, index) => index !== i) };
    default:
      return draft;
  }
}

/** Words of the desk's own, from no answer. */
const ownPassage = (heading: string, questionRowIds: string[]): PassageInput => ({
  ...{ id: crypto.randomUUID(), heading, title: '', text: '' },
  ...{ answerIds: [], questionRowIds },
});

function swapped(passages: readonly PassageInput[], i: number): PassageInput[] {
  const [first, second] = [passages[i], passages[i + 1]];
  if (!first || !second) return [...passages];
  return passages.with(i, second).with(i + 1, first);
}

function sectionMoved(passages: readonly PassageInput[], i: number, by: 1 | -1): PassageInput[] {
  const sections = sectionsOf(passages);
  const from = sections.findIndex((section) => section.passages.some(({ id }) => id === passages[i]?.id));
  const [moved, other] = [sections[from], sections[from + by]];
  if (!moved || !other) return [...passages];
  return sections
    .with(from, other)
    .with(from + by, moved)
    .flatMap((section) => section.passages);
}

function withOwnWords(passages: readonly PassageInput[], i: number): PassageInput[] {
  const section = sectionsOf(passages).find((one) => one.passages.some(({ id }) => id === passages[i]?.id));
  const last = passages.findIndex(({ id }) => id === section?.passages.at(-1)?.id);
  const above = passages[last];
  return above ? passages.toSpliced(last + 1, 0, ownPassage(above.heading, above.questionRowIds)) : [...passages];
}

/** `3-<question>`: the fourth passage goes to the end of what answers the question. */
function movedTo(passages: readonly PassageInput[], which: string, values: Values): PassageInput[] {
  const [i = '', question = ''] = which.split(/-(.*)/);
  const passage = passages[Number(i)];
  if (!passage) return [...passages];
  const others = passages.filter(({ id }) => id !== passage.id);
  const last = others.findLastIndex(({ questionRowIds }) => questionRowIds.includes(question));
  const heading = others[last]?.heading ?? text(values, `question.${question}`);
  return others.toSpliced(last < 0 ? others.length : last + 1, 0, { ...passage, heading, questionRowIds: [question] });
}
