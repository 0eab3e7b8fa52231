// 現地訪問 of the teams: planned, told, a note sent twice, two who write at once; what others read; the secretariat's view.
import { randomUUID } from 'node:crypto';
import { expect } from '../walkthrough/report.mjs';
import { forAll } from './crowd.mjs';

const VISITED = 20;

const tokyoDay = (at) => new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
const sheet = (day, more) => ({
  ...{ startsOn: day, endsOn: day, people: [], companions: '', travel: 'ministry', media: false, shared: false },
  route: [{ on: day, time: '13:30', place: '役場', purpose: '顔合わせと現状の説明' }],
  met: [{ category: 'residents', count: 6, note: '自治会' }],
  result: '',
  ...more,
});

/** @returns the visits that took place: {team, id} */
export async function visitsOf({ as, now, teams }, step) {
  const today = tokyoDay(await now());
  const visited = teams.slice(0, VISITED);

  const visits = await step(`${VISITED}チームが現地訪問を計画する。同じ計画の再送は1件になる`, () =>
    forAll(visited, async (team) => {
      const [officer] = team.officers;
      const { id: me } = await officer.get('/me');
      const plan = { id: randomUUID(), ...sheet(today, { people: [me] }) };
      await officer.post(`/teams/${team.id}/visits`, plan);
      const again = await officer.post(`/teams/${team.id}/visits`, plan);
      expect(again.id === plan.id, 'the same plan');
      expect((await team.town.get(`/teams/${team.id}/visits`)).total === 1, 'one visit, and the town sees it');
      return { team, id: plan.id, plan };
    }),
  );

  await step('訪問先で書いたメモは、端末が2度送っても1件で、ほかの団体には見えない', async () => {
    const [{ team, id }] = visits;
    const note = `/visits/${id}/notes/${randomUUID()}`;
    const body = { version: 0, text: '直売所の出荷は、朝の2時間に集まる。', shared: false };
    const first = await team.officers[0].put(note, body);
    const second = await team.officers[0].put(note, body);
    expect(first.version === 1 && second.version === 1, 'no change', second);
    await teams.at(-1).town.refused('GET', `/visits/${id}`, undefined, 404);
  });

  await step('支援官と団体が同時に保存すると、後の人に両方の内容が見える', async () => {
    const [{ team, id, plan }] = visits;
    const { id: _, ...planned } = plan;
    await team.officers[0].put(`/visits/${id}`, { ...planned, result: '売場を一つにする。', version: 1 });
    const late = await team.town.refused(
      'PUT',
      `/visits/${id}`,
      { ...planned, result: '出荷をまとめる。', version: 1 },
      409,
    );
    expect(late.current.result === '売場を一つにする。', 'what stands there now', late);
  });

  await step('結果を共有して、実施済みにする', () =>
    forAll(visits, async ({ team, id, plan: { id: _, ...planned } }, at) => {
      const [officer] = team.officers;
      const { version } = await officer.get(`/visits/${id}`);
      const result = `訪問で分かったこと（${at + 1}）。出荷と買物を同じ便にまとめる。`;
      const saved = await officer.put(`/visits/${id}`, { ...planned, result, shared: at % 2 === 0, version });
      await officer.post(`/visits/${id}/steps/finish`, { version: saved.version });
    }),
  );

  await step('共有した結果を、ほかのチームが名前なしで読む', async () => {
    const feed = await teams.at(-1).town.get('/team-feed?size=100');
    expect(feed.total === VISITED / 2, 'every other visit was shared', feed.total);
    const { name } = await visits[0].team.officers[0].get('/me');
    expect(!JSON.stringify(feed).includes(name), 'nobody is named');
  });

  await step('事務局が全チームの活動の状況を見る', async () => {
    const health = await as.secretariat.get('/team-health?order=visit&size=100');
    const ours = health.items.filter(({ teamId }) => teams.some(({ id }) => id === teamId));
    expect(ours.length === teams.length, 'every team', health.total);
    const row = health.items.find(({ teamId }) => teamId === visits[0].team.id);
    const quiet = row.findings.some(({ kind }) => kind !== 'overduePromises');
    expect(row.visits === 1 && row.lastVisitOn === today && !quiet, 'a visit is a contact', row);
    await visits[0].team.town.refused('GET', '/team-health', undefined, 403);
    const file = await as.manager.get('/team-health.csv?order=town');
    expect(file.trim().split('\r\n').length === health.total + 1, 'a line for each team');
  });
  return visits.map(({ team, id }) => ({ team: team.id, id }));
}
