import type { EntityManager } from 'typeorm';
import type { SupportPassage } from '../contract/back-office.js';

/** What the ministries have answered to a request and sent, in the order of its questions. */
export const passagesOf = (db: Pick<EntityManager, 'query'>, id: string): Promise<SupportPassage[]> =>
  db.query(
    `SELECT a.id AS "answerId", q.text AS question, mi.name AS ministry, a.kind, a.measure_name AS "measureName", a.points,
       a.requirements, a.call_period AS "callPeriod", a.rate_ceiling AS "rateCeiling", a.division, a.tel, a.email, a.url
     FROM inquiries i JOIN ministries mi ON mi.id = i.ministry_id
     JOIN inquiry_rows r ON r.inquiry_id = i.id AND r.state = 'answered'
     JOIN question_rows q ON q.id = r.question_row_id
     JOIN answers a ON (a.inquiry_id, a.question_row_id) = (r.inquiry_id, r.question_row_id)
     WHERE i.consultation_id = $1 ORDER BY q.position, mi.sort, mi.id, a.position, a.id`,
    [id],
  );
