import type { EntityManager } from 'typeorm';
import { formatWareki } from '../contract/calendar.js';
import { type Dimension, NO_GROUP } from '../contract/satisfaction.js';

const NAMES: Record<Exclude<Dimension, 'month'>, string> = {
  field: 'SELECT code AS key, name AS label FROM policy_fields ORDER BY sort, code',
  ministry: 'SELECT id AS key, name AS label FROM ministries ORDER BY sort, id',
  prefecture: `SELECT code AS key, name AS label FROM municipalities WHERE kind = 'prefecture' ORDER BY code`,
};

const NONE: Record<Dimension, string> = {
  field: '分野の設定なし',
  ministry: '照会先なし',
  prefecture: '都道府県なし',
  month: '月なし',
};

/** Groups with their names, in the order in which people expect them; what belongs to no group comes last. */
export async function labelled<T extends { key: string }>(
  db: EntityManager,
  by: Dimension,
  groups: readonly T[],
): Promise<(T & { label: string })[]> {
  const named = by === 'month' ? months(groups) : await db.query<{ key: string; label: string }[]>(NAMES[by]);
  return [...named, { key: NO_GROUP, label: NONE[by] }].flatMap(({ key, label }) =>
    groups.filter((group) => group.key === key).map((group) => ({ ...group, label })),
  );
}

const months = (groups: readonly { key: string }[]) =>
  groups
    .map(({ key }) => key)
    .filter((key) => key !== NO_GROUP)
    .sort()
    .map((key) => ({ key, label: formatWareki(`${key}-01`).replace('月1日', '月') }));
