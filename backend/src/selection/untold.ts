/** SQL on `applications a`: the outcome stands, and the newest letter, if there is one, tells another. */
export const UNTOLD = `a.state IN ('chosen', 'reserve', 'notChosen') AND a.state IS DISTINCT FROM (
  SELECT l.outcome FROM outcome_letters l WHERE l.application_id = a.id ORDER BY l.issued_at DESC, l.id LIMIT 1)`;
