import type { AnswerDraft, EarlierAnswer, RowDraft } from '@musubi/backend/contract/answers';
import type { FormState, Values } from '@/lib/form-state';
import { Refused } from '@/lib/refused';

/** What a row of the form became, and which of its blocks were sent (empty ones are left out). */
interface SentRow {
  draft: RowDraft;
  blocks: number[];
}

const one = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';

/** Prefilled by the form, so they do not make an answer. */
const FIELDS = ['measureName', 'points', 'requirements', 'callPeriod', 'rateCeiling', 'url'] as const;
const CONTACT = ['division', 'tel', 'email'] as const;

/** How many answer blocks a row of the form shows. */
export const blockCount = (state: FormState, row: number, stored: number): number =>
  Number(state.values?.[`rows.${row}.blocks`] ?? Math.max(1, stored));

/** The form with an empty block more. */
export function withBlock(values: Values, row: string): Values {
  const blocks = `rows.${row}.blocks`;
  return { ...values, [blocks]: String(Number(one(values, blocks)) + 1) };
}

/** The form with an earlier answer written into the first empty block of a row, or into one more. */
export function withAnswer(values: Values, row: string, { id, ...answer }: EarlierAnswer): Values {
  const at = `rows.${row}`;
  const count = Number(one(values, `${at}.blocks`));
  const empty = Array.from({ length: count }, (_, block) => block).find((block) => isEmpty(values, at, block));
  const name = `${at}.answers.${empty ?? count}`;
  const texts = [...FIELDS, ...CONTACT, 'kind' as const].map((field) => [`${name}.${field}`, answer[field]]);
  return {
    ...(empty === undefined ? withBlock(values, row) : values),
    ...Object.fromEntries(texts),
    [`${name}.public`]: String(answer.public),
    [`${name}.basedOn`]: id,
  };
}

const isEmpty = (values: Values, at: string, block: number): boolean =>
  FIELDS.every((field) => one(values, `${at}.answers.${block}.${field}`).trim() === '');

export function sentRows(values: Values): SentRow[] {
  const rows: SentRow[] = [];
  for (let row = 0; `rows.${row}.questionRowId` in values; row += 1) rows.push(sentRow(values, `rows.${row}`));
  return rows;
}

function sentRow(values: Values, at: string): SentRow {
  const count = Number(one(values, `${at}.blocks`));
  const blocks = Array.from({ length: count }, (_, block) => block).filter((block) => !isEmpty(values, at, block));
  const declines = one(values, `${at}.verdict`) === 'notApplicable';
  return {
    blocks,
    draft: {
      questionRowId: one(values, `${at}.questionRowId`),
      notApplicable: declines
        ? { reason: one(values, `${at}.reason`), suggestedMinistryId: one(values, `${at}.suggestedMinistryId`) || null }
        : null,
      answers: blocks.map((block) => answerOf(values, `${at}.answers.${block}`)),
    },
  };
}

function answerOf(values: Values, at: string): AnswerDraft {
  const texts = [...FIELDS, ...CONTACT].map((field) => [field, one(values, `${at}.${field}`)]);
  return {
    ...(Object.fromEntries(texts) as Record<(typeof FIELDS)[number] | (typeof CONTACT)[number], string>),
    kind: one(values, `${at}.kind`) as AnswerDraft['kind'],
    public: one(values, `${at}.public`) === 'true',
    basedOn: one(values, `${at}.basedOn`) || null,
  };
}

/** A refusal whose fields bear the names they have on the form: rows by their place, blocks as they were shown. */
export function shownAt(rows: readonly SentRow[], error: unknown): unknown {
  if (!(error instanceof Refused)) return error;
  const fields = Object.entries(error.problem.fields ?? {}).map(([name, message]) => [onForm(rows, name), message]);
  return new Refused({ ...error.problem, fields: Object.fromEntries(fields) });
}

function onForm(rows: readonly SentRow[], name: string): string {
  const [, key, rest = ''] = /^rows\.([^.]+)\.(.+)$/.exec(name) ?? [];
  if (key === undefined) return name;
  const row = /^\d+$/.test(key) ? Number(key) : rows.findIndex(({ draft }) => draft.questionRowId === key);
  if (rest === 'answers') return `rows.${row}.verdict`;
  const declined = /^notApplicable\.(.+)$/.exec(rest)?.[1];
  if (declined) return `rows.${row}.${declined}`;
  return `rows.${row}.${rest.replace(/^answers\.(\d+)/, (_, sent) => `answers.${rows[row]?.blocks[Number(sent)] ?? sent}`)}`;
}

/** The same refusal for a form that says one thing for all rows: by the last part of the name. */
export function shownOnce(error: unknown): unknown {
  if (!(error instanceof Refused)) return error;
  const fields = Object.entries(error.problem.fields ?? {}).map(([name, message]) => [
    name.slice(name.lastIndexOf('.') + 1),
    message,
  ]);
  return new Refused({ ...error.problem, fields: Object.fromEntries(fields) });
}
