import { expect, it } from '@jest/globals';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aTeam } from '../../test/team-scene.js';
import { fillOf } from './fill.js';

const db = testDatabase();

async function aYear() {
  itIs('2027-09-01T10:00');
  const officer = await aPerson(db(), grant('officer'));
  const town = await aPerson(db(), grant('municipality', { municipalityCode: '016331' }));
  const { id } = await aTeam(db(), officer.id, { officers: [officer], town });
  return { id, officer };
}

const aMeeting = (team: string, by: string, day: string, state: string, decisions: string) =>
  db().query(
    `INSERT INTO team_meetings (team_id, state, starts_at, ends_at, decisions, reason, created_by, created_at)
     VALUES ($1, $3, $2::date + interval '16 hours', $2::date + interval '17 hours', $4,
             CASE WHEN $3 = 'cancelled' THEN '都合' END, $5, now())`,
    [team, day, state, decisions, by],
  );
const aPromise = (team: string, by: string, text: string, owner: string, done: boolean) =>
  db().query(
    `INSERT INTO promises (team_id, text, owner_kind, owner_id, due_on, done_at, done_by, created_by, created_at)
     VALUES ($1, $2, $3, CASE WHEN $3 = 'team' THEN $4::uuid END, '2027-09-30', CASE WHEN $5 THEN now() END,
             CASE WHEN $5 THEN $4::uuid END, $4::uuid, now())`,
    [team, text, owner, by, done],
  );

it('a report is filled from what was held, visited, decided and promised, in the order of the year', async () => {
  const { id, officer } = await aYear();
  await db().query(
    `INSERT INTO team_themes (team_id, version, fields, theme, goal, plan, created_at, created_by)
     VALUES ($1, 1, '{tourism}', '古いテーマ', '', '', now(), $2), ($1, 2, '{tourism}', '通院と観光の足', '毎時1本', '', now(), $2)`,
    [id, officer.id],
  );
  await aMeeting(id, officer.id, '2027-06-10', 'held', '運行の時刻を\n決めた');
  // Four in the afternoon of the tenth by UTC is the eleventh in Tokyo.
  await aMeeting(id, officer.id, '2027-05-10', 'held', '');
  await aMeeting(id, officer.id, '2027-07-10', 'cancelled', '取りやめた会議');
  await db().query(
    `INSERT INTO visits (id, team_id, state, starts_on, ends_on, route, people, companions, met, result, media, shared, done_at,
       created_by, created_at, updated_by, updated_at)
     VALUES (gen_random_uuid(), $1, 'done', '2027-06-20', '2027-06-21', '[]', '{}', '', '[]', $3, false, false, now(), $2, now(), $2, now())`,
    [id, officer.id, '道の駅で住民の話を聞いた。'.repeat(20)],
  );
  await aPromise(id, officer.id, '運行の資料を送る', 'team', false);
  await aPromise(id, officer.id, '県に照会する', 'town', true);

  const { progress, remaining, next } = await fillOf(db(), id);
  const lines = progress.split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      '・通院と観光の足　目標：毎時1本',
      '・令和9年6月11日　決定：運行の時刻を、決めた',
      '・令和9年5月11日',
      '・県に照会する',
    ]),
  );
  expect(lines.indexOf('・令和9年5月11日')).toBeLessThan(lines.indexOf('・令和9年6月11日　決定：運行の時刻を、決めた'));
  expect(progress).toMatch(/・令和9年6月20日から令和9年6月21日まで　道の駅で.*…$/m);
  expect(progress).not.toMatch(/古いテーマ|取りやめた会議/);
  expect(remaining).toBe('【果たしていない約束】\n・運行の資料を送る（担当：支援官、期限：令和9年9月30日）');
  expect(next).toBe('');
});

it('a team that wrote nothing down begins with its 応募 alone', async () => {
  const { id } = await aYear();
  const { progress, ...others } = await fillOf(db(), id);
  expect(progress).toBe('【応募のときの課題】\n・交通：通院の足が足りない。\n・観光：宿泊する人が減っている。');
  expect(Object.values(others).join('')).toBe('');
});

it('says how many more there are, where there is no room for all', async () => {
  const { id, officer } = await aYear();
  for (let day = 10; day < 28; day++) await aMeeting(id, officer.id, `2027-06-${day}`, 'held', '決めたこと'.repeat(30));
  const { progress } = await fillOf(db(), id);
  const shown = progress.split('\n').filter((line) => line.startsWith('・令和')).length;
  expect(progress).toContain(`・ほか${18 - shown}件`);
  expect(progress.length).toBeLessThan(3000);
});
