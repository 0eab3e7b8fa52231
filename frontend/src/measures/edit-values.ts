import type { MeasureContentEdit } from '@musubi/backend/contract/measure-edit';
import type { Values } from '@/lib/form-state';
import { Refused } from '@/lib/refused';

type Owner = MeasureContentEdit['owners'][number];

const one = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';
const lines = (values: Values, name: string): string[] =>
  one(values, name)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** How many owners the form shows. */
export const ownerCount = (values: Values | undefined, stored: number): number =>
  values ? Number(one(values, 'owners')) : stored;

/** The form with an owner more, or without one. */
export function withOwners(values: Values, intent: string): Values {
  const count = ownerCount(values, 0);
  if (intent === 'addOwner') return { ...values, owners: String(count + 1) };
  const gone = Number(intent.split('-')[1]);
  const kept = Array.from({ length: count }, (_, i) => i).filter((i) => i !== gone);
  const moved = kept.flatMap((from, to) =>
    OWNER_FIELDS.map((field) => [`content.owners.${to}.${field}`, one(values, `content.owners.${from}.${field}`)]),
  );
  return { ...values, ...Object.fromEntries(moved), owners: String(kept.length) };
}

const OWNER_FIELDS = ['ministryId', 'division', 'relation', 'basis', 'validFrom', 'validTo'] as const;

function ownerAt(values: Values, i: number): Owner {
  const [ministryId = '', division = '', relation, basis, validFrom = '', validTo = ''] = OWNER_FIELDS.map((field) =>
    one(values, `content.owners.${i}.${field}`),
  );
  return {
    ...{ ministryId, division, validFrom, validTo: validTo || null },
    ...{ relation: relation as Owner['relation'], basis: basis as Owner['basis'] },
  };
}

/** What was typed, as the API takes it. */
export function contentOf(values: Values): MeasureContentEdit {
  const text = (name: string) => one(values, `content.${name}`);
  const year = text('fiscalYear').trim();
  return {
    kind: text('kind') as MeasureContentEdit['kind'],
    ...{ title: text('title'), commonName: text('commonName'), text: text('text'), contact: text('contact') },
    ...{ eligible: text('eligible'), requirements: text('requirements'), rate: text('rate'), ceiling: text('ceiling') },
    ...{ applyFrom: text('applyFrom') || null, applyUntil: text('applyUntil') || null },
    ...{ fiscalYear: year === '' ? null : Number(year), grantType: text('grantType'), law: text('law') },
    fields: [values['content.fields'] ?? []].flat(),
    programs: lines(values, 'content.programs'),
    links: lines(values, 'content.links'),
    keywords: lines(values, 'content.keywords'),
    owners: Array.from({ length: ownerCount(values, 0) }, (_, i) => ownerAt(values, i)),
  };
}

/** A refusal whose lists bear the name of the one field in which their lines are typed. */
export function shownAt(error: unknown): unknown {
  if (!(error instanceof Refused)) return error;
  const fields = Object.entries(error.problem.fields ?? {}).map(([name, message]) => [
    name.replace(/^(content\.(?:programs|links|keywords|fields))\.\d+$/, '$1'),
    message,
  ]);
  return new Refused({ ...error.problem, fields: Object.fromEntries(fields) });
}
