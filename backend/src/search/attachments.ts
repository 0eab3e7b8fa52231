import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { readableAttachments } from '../karte/karte-policy.js';
import { textCondition } from '../platform/search/text-conditions.js';
import { askedOf, caseConditions } from './case-conditions.js';
import type { Source } from './source.js';

const NAME = 'search_fold(a.name)';

/** 添付資料 by name, as their reader sees them on the page of the case. */
export const ATTACHMENTS: Source = {
  kind: 'attachment',
  takes: ['state', 'ministry', 'prefecture', 'field', 'year'],
  openTo: () => true,
  hits(asked, bind) {
    const where = [
      textCondition({ text: NAME, grams: `search_grams_of(${NAME})` }, asked.words, bind),
      ...caseConditions(asked, bind),
      ...askedOf(asked, bind),
      readableAttachments(asked.actor, bind),
    ];
    // All that is searched is the name: no hit comes before another for it.
    return `SELECT a.id::text AS id, '' AS title, a.added_at AS at
      FROM attachments a JOIN consultations c ON c.id = a.consultation_id WHERE ${where.join(' AND ')}`;
  },
  details: `SELECT a.name AS title, '' AS text, ARRAY[c.number, ${MUNICIPALITY_LABEL}] AS about, c.id AS "consultationId"
    FROM attachments a JOIN consultations c ON c.id = a.consultation_id
    JOIN municipalities m ON m.code = c.municipality_code WHERE a.id = page.id::uuid`,
};
