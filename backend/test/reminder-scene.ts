import { beforeEach } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { aConsultation, aPerson, grant, KAMISHIHORO } from './builders.js';
import { itIs } from './clock.js';
import { keepDeadlines } from './deadlines.js';
import { postScene } from './post-scene.js';

export const MLIT_MAILBOX = 'mlit@ministries.example';

/** An 照会 that runs, its reminders, and who got them. */
export function reminderScene(db: () => DataSource) {
  const scene = postScene(db);
  let manager: string;

  beforeEach(async () => {
    await db().query(
      `DELETE FROM notices; DELETE FROM mails; UPDATE deadlines SET ended_at = now(); UPDATE people SET disabled_at = now()`,
    );
    manager = `${(await aPerson(db(), grant('manager'))).id}@test.example`;
  });

  /** An 照会 of 19 November to one ministry, due on Friday, 27 November 2026. */
  async function anInquiry() {
    itIs('2026-11-13T10:00');
    const town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
    const desk = await aPerson(db(), grant('desk'));
    const contact = await aPerson(db(), grant('ministry', { ministryId: 'mlit' }));
    await db().query(`UPDATE people SET password_hash = 'x'`);
    await db().query(`UPDATE ministries SET mailbox = $1 WHERE id = 'mlit'`, [MLIT_MAILBOX]);
    const { id: consultation } = await aConsultation(db(), town, { state: 'inquiring', ownerId: desk.id });
    const [{ id }]: [{ id: string }] = await db().query(
      `INSERT INTO inquiries (consultation_id, ministry_id, state, due_on, asked_by, asked_at)
       VALUES ($1, 'mlit', 'asked', '2026-11-27', $2, $3) RETURNING id`,
      [consultation, desk.id, new Date('2026-11-19T10:00+09:00')],
    );
    await keepDeadlines(db(), consultation);
    return { id, contact };
  }

  async function atWork(tokyo: string): Promise<void> {
    itIs(tokyo);
    await scene().planner.run();
    await scene().round();
  }

  /** Who was reminded, of which step. */
  async function reminded(): Promise<string[]> {
    const mails = await scene().received();
    return mails.map(({ to, text }) => `${to?.[0]?.address} ${text?.split('\n')[0]}`);
  }

  return { scene, anInquiry, atWork, reminded, manager: () => manager };
}
