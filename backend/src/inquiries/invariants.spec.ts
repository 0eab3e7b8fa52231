import { expect, it, test } from '@jest/globals';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { answered, aTriagedCase, brokenInvariants, inquiryServices, ofMinistry } from '../../test/inquiry-scene.js';
import { INQUIRY_INVARIANTS } from './invariants.js';

const db = testDatabase();

/** A case with one live and one answered inquiry; `spoil` then breaks something behind the application's back. */
async function spoilt(spoil: string): Promise<string[]> {
  itIs('2026-11-20T09:00');
  const to = await inquiryServices(db());
  const scene = await aTriagedCase(db());
  const ask = (ministryId: string) => ({ ministryId, divisionId: null, questionRowIds: scene.questions, message: '' });
  const [, id = ''] = await to.asking.ask(scene.desk, scene.id, [ask('mlit'), ask('maff')]);
  const maff = await ofMinistry(db(), 'maff');
  const rows = scene.questions.map((row) => answered(row));
  await to.answering.answer(maff, id, { version: await to.answering.save(maff, id, { version: 1, rows }) });
  const runner = db().createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(spoil);
    const broken: string[] = [];
    for (const [name, sql] of Object.entries(INQUIRY_INVARIANTS)) {
      if ((await runner.query(sql)).length > 0) broken.push(name);
    }
    return broken;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

test.each([
  ['UPDATE question_rows SET desk_holds = true', /without an owner/],
  [
    `UPDATE inquiries SET state = 'answered', answered_at = now(), acknowledged_at = now(), acknowledged_by = asked_by`,
    /no inquiry is live/,
  ],
  [`UPDATE consultations SET state = 'drafting'`, /not inquiring/],
  [
    `UPDATE consultations SET state = 'withdrawn', state_since = now() - interval '1 hour'`,
    /after its case was withdrawn/,
  ],
  [`UPDATE inquiry_rows SET state = 'open'`, /ended inquiry with an open row/],
  [`UPDATE inquiry_rows SET state = 'cancelled'`, /live inquiry without an open row/],
  [`UPDATE inquiry_rows SET state = 'cancelled'`, /rows do not bear out/],
  ['DELETE FROM answers', /answered row without an answer/],
  [
    `UPDATE inquiries SET state = 'questioned', paused_on = '2026-11-20', acknowledged_at = now(), acknowledged_by = asked_by
    WHERE state = 'asked'`,
    /without a question to the desk/,
  ],
  [
    `UPDATE inquiries SET state = 'acknowledged', acknowledged_at = now(), acknowledged_by = asked_by WHERE state = 'asked'`,
    /last event/,
  ],
])('%s is noticed', async (spoil, name) => {
  expect(await spoilt(spoil)).toContainEqual(expect.stringMatching(name));
});

it('finds nothing where nothing is wrong', async () => {
  expect(await brokenInvariants(db())).toEqual([]);
});
