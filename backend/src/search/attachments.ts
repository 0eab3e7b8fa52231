import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { readableAttachments } from '../karte/karte-policy.js';
import { textCondition } from '../platform/search/text-conditions.js';
import { askedOf, caseConditions } from './case-conditions.js';
import type { Source } from './source.js';

/** 添付資料 by name and by the text in them, as their reader sees them on the page of the case. */
export const ATTACHMENTS: Source = {
  kind: 'attachment',
  takes: ['state', 'ministry', 'prefecture', 'field', 'year'],
  openTo: () => true,
  hits(asked, bind) {
    const where = [
      textCondition({ text: 't.search_text', grams: 't.search_grams' }, asked.words, bind),
      ...caseConditions(asked, bind),
      ...askedOf(asked, bind),
      readableAttachments(asked.actor, bind),
    ];
    return `SELECT a.id::text AS id, t.search_title AS title, a.added_at AS at
      FROM attachment_texts t JOIN attachments a ON a.id = t.attachment_id JOIN consultations c ON c.id = a.consultation_id WHERE ${where.join(' AND ')}`;
  },
  details: `SELECT a.name AS title, t.text, ARRAY[c.number, ${MUNICIPALITY_LABEL}] AS about, c.id AS "consultationId"
    FROM attachments a JOIN attachment_texts t ON t.attachment_id = a.id JOIN consultations c ON c.id = a.consultation_id
    JOIN municipalities m ON m.code = c.municipality_code WHERE a.id = page.id::uuid`,
};
