import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { textCondition } from '../platform/search/text-conditions.js';
import { askedOf, caseConditions } from './case-conditions.js';
import type { Source } from './source.js';

/** 回答書 that were issued, for everybody who reads the case; drafts are found by nobody. */
export const REPLIES: Source = {
  kind: 'reply',
  takes: ['state', 'ministry', 'prefecture', 'field', 'year'],
  openTo: () => true,
  hits(asked, bind) {
    const where = [
      `r.state = 'approved'`,
      ...caseConditions(asked, bind),
      ...askedOf(asked, bind),
      textCondition({ text: 'r.search_text', grams: 'r.search_grams' }, asked.words, bind),
    ];
    return `SELECT r.id::text AS id, r.search_title AS title, r.issued_at AS at
      FROM replies r JOIN consultations c ON c.id = r.consultation_id WHERE ${where.join(' AND ')}`;
  },
  details: `SELECT r.subject AS title, reply_words('', r.greeting, r.passages, r.closing) AS text,
    ARRAY[r.document_number, c.number, ${MUNICIPALITY_LABEL}] AS about, c.id AS "consultationId"
    FROM replies r JOIN consultations c ON c.id = r.consultation_id
    JOIN municipalities m ON m.code = c.municipality_code WHERE r.id = page.id::uuid`,
};
