import type { EntityManager } from 'typeorm';
import { record } from '../events/record.js';
import { SYSTEM } from '../identity/actor.js';

/** Settles the version of a survey whose day has come. Whoever opens it again finds it open. */
export async function openSurvey(tx: EntityManager, id: string, now: Date, today: string): Promise<void> {
  const [opened]: [{ id: string }[], number] = await tx.query(
    `UPDATE team_surveys s SET opened_at = $2, version = (
       SELECT max(d.version) FROM survey_definitions d WHERE d.survey = s.survey AND d.valid_from <= $3)
     WHERE s.id = $1 AND s.opened_at IS NULL RETURNING s.id`,
    [id, now, today],
  );
  if (opened.length > 0) await record(tx, { type: 'teamSurvey.open', subjectId: id, actor: SYSTEM });
  await invite(tx, id, now);
}

/** One invitation for each town, or for each officer in a team: for those who come later too, and never a second one. */
export async function invite(tx: EntityManager, id: string, now: Date): Promise<void> {
  const invited: { id: string }[] = await tx.query(
    `INSERT INTO team_survey_invitations (team_survey_id, team_id, member_id, invited_at)
     SELECT s.id, t.id, tm.id, $2 FROM team_surveys s JOIN teams t ON t.round_id = s.round_id AND t.ended_at IS NULL
     LEFT JOIN team_members tm ON s.survey = 'companion-officer' AND tm.team_id = t.id AND tm.left_on IS NULL
     WHERE s.id = $1 AND (s.survey = 'companion-town' OR tm.id IS NOT NULL)
     ORDER BY t.id, tm.id ON CONFLICT DO NOTHING RETURNING id`,
    [id, now],
  );
  for (const one of invited) await record(tx, { type: 'teamSurvey.invite', subjectId: one.id, actor: SYSTEM });
}
