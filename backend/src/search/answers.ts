import { hasRole } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { readableInquiries } from '../inquiries/policy.js';
import { textCondition } from '../platform/search/text-conditions.js';
import { caseConditions } from './case-conditions.js';
import type { Source } from './source.js';

/** 府省庁回答 that were sent. Raw answers are for the desk and the ministry whose they are; drafts are found by nobody. */
export const ANSWERS: Source = {
  kind: 'answer',
  takes: ['state', 'ministry', 'prefecture', 'field', 'year'],
  openTo: (actor) => actor.system === true || hasRole(actor, 'desk', 'manager', 'ministry'),
  hits(asked, bind) {
    const { actor, words, filter } = asked;
    const where = [
      `r.state = 'answered'`,
      readableInquiries(actor, bind),
      ...caseConditions(asked, bind),
      ...(filter.ministry ? [`i.ministry_id = ${bind(filter.ministry)}`] : []),
      textCondition({ text: 'a.search_text', grams: 'a.search_grams' }, words, bind),
    ];
    return `SELECT a.id::text AS id, a.search_title AS title, coalesce(i.answered_at, i.asked_at) AS at
      FROM answers a JOIN inquiry_rows r ON r.inquiry_id = a.inquiry_id AND r.question_row_id = a.question_row_id
      JOIN inquiries i ON i.id = a.inquiry_id JOIN consultations c ON c.id = i.consultation_id
      WHERE ${where.join(' AND ')}`;
  },
  details: `SELECT coalesce(nullif(a.measure_name, ''), q.text) AS title,
    concat_ws(E'\\n', a.points, a.requirements, a.call_period, a.rate_ceiling, a.division) AS text,
    ARRAY[mi.name, c.number, ${MUNICIPALITY_LABEL}] AS about, c.id AS "consultationId"
    FROM answers a JOIN question_rows q ON q.id = a.question_row_id JOIN inquiries i ON i.id = a.inquiry_id
    JOIN ministries mi ON mi.id = i.ministry_id JOIN consultations c ON c.id = i.consultation_id
    JOIN municipalities m ON m.code = c.municipality_code WHERE a.id = page.id::uuid`,
};
