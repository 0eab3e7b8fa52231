import { textCondition } from '../platform/search/text-conditions.js';
import type { Source } from './source.js';

/** Of `good_practices g`. */
const PLACES = `(SELECT string_agg(l.label, '、' ORDER BY l.position) FROM good_practice_places l WHERE l.good_practice_id = g.id)`;

/** 好事例: 52, so that they are read one by one. */
export const PRACTICES: Source = {
  kind: 'practice',
  takes: ['prefecture', 'field'],
  openTo: () => true,
  hits({ words, filter: { prefecture, field } }, bind) {
    const where = [textCondition({ text: 'g.text' }, words, bind)];
    if (field) where.push(`${bind(field)} = ANY (g.fields)`);
    if (prefecture) {
      where.push(`EXISTS (SELECT 1 FROM good_practice_places l WHERE l.good_practice_id = g.id
        AND l.municipality_code LIKE ${bind(`${prefecture.slice(0, 2)}%`)})`);
    }
    return `SELECT g.id, g.search_title AS title, NULL::timestamptz AS at
      FROM (SELECT g.*, concat_ws(' ', g.search_text, search_fold(${PLACES})) AS text FROM good_practices g OFFSET 0) g
      WHERE ${where.join(' AND ')}`;
  },
  details: `SELECT g.name AS title, concat_ws(E'\\n', array_to_string(g.elements, ' × '), ${PLACES}) AS text, ARRAY[p.name, g.source_ref] AS about, NULL::uuid AS "consultationId"
    FROM good_practices g JOIN policy_pillars p ON p.code = g.pillar_code WHERE g.id = page.id`,
};
