// The workbench: a search by the worker, changes by hand with reasons, comparison, a drop-out, 任命, the public list.
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '../walkthrough/report.mjs';
import { checkTeams } from './check.mjs';

const PATIENCE = 300;
const MOVES = 3;

/** Waits for the worker. */
async function solved(secretariat, id) {
  for (let i = 0; i < PATIENCE; i += 1) {
    const page = await secretariat.get(`/proposals/${id}`);
    if (page.state === 'done') return page;
    expect(['waiting', 'solving'].includes(page.state), 'the search goes on', page.state);
    await wait(1000);
  }
  return expect(false, `no teams after ${PATIENCE} seconds`);
}

const asTeams = ({ teams }) =>
  teams.map(({ municipality, officers }) => ({
    municipality: municipality.id,
    officers: officers.map(({ id }) => id),
  }));

/** An exchange that breaks no rule, the first one found among the first teams. */
async function harmlessExchange(secretariat, { id, teams }) {
  const [mine, ...others] = teams;
  for (const { officers } of others.slice(0, 12))
    for (const { id: other } of officers) {
      const officer = mine.officers[0].id;
      const preview = await secretariat.get(`/proposals/${id}/preview?kind=exchange&officer=${officer}&other=${other}`);
      if (preview.breaks.length === 0) return { change: { kind: 'exchange', officer, other }, preview };
    }
  return expect(false, 'no exchange keeps the rules');
}

export async function workbenchOf({ base, as, round, drafts }, step) {
  const { secretariat, manager } = as;
  const problem = async () => (await secretariat.get(`/rounds/${round}/matching-problem`)).problem;
  const change = (id, version, what) =>
    secretariat.post(`/proposals/${id}/changes`, { version, reason: '事務局の判断による', change: what });

  const first = await step('編成案を計算させ、チームと点数を独立に検算する', async () => {
    const { id } = await secretariat.post(`/rounds/${round}/proposals`, { name: '第一案', seconds: 20 });
    const page = await solved(secretariat, id);
    const total = checkTeams(await problem(), asTeams(page));
    expect(Math.abs(total - page.total) < 0.001 && page.bound >= total - 0.001, 'the total', [total, page.total]);
    expect(
      page.teams.every(({ parts }) => parts.length > 0),
      'every score in words',
    );
    return page;
  });

  await step('入替えの影響を先に見て、理由を付けて変え、元に戻す。古い画面からの変更は拒まれる', async () => {
    const { change: exchange, preview } = await harmlessExchange(secretariat, first);
    const { version } = await change(first.id, 1, exchange);
    const changed = await secretariat.get(`/proposals/${first.id}`);
    expect(Math.abs(changed.total - preview.total.after) < 0.001, 'as the preview said', preview.total);
    const stale = { version: 1, reason: '古い画面', change: exchange };
    await secretariat.refused('POST', `/proposals/${first.id}/changes`, stale, 409);
    await change(first.id, version, { kind: 'undo' });
    const undone = await secretariat.get(`/proposals/${first.id}`);
    expect(Math.abs(undone.total - first.total) < 0.001, 'as it was', undone.total);
  });

  const second = await step('一人を固定して計算し直し、二つの案を比べる', async () => {
    const [team] = first.teams;
    const { version } = await secretariat.get(`/proposals/${first.id}`);
    const pin = { kind: 'pin', officer: team.officers[0].id, municipality: team.municipality.id };
    await change(first.id, version, pin);
    const { id } = await secretariat.post(`/proposals/${first.id}/again`, { name: '第二案', seconds: 10 });
    const page = await solved(secretariat, id);
    const there = page.teams.find(({ municipality }) => municipality.id === team.municipality.id);
    expect(
      there.officers.some(({ id: one }) => one === pin.officer),
      'who is pinned stays',
    );
    const compared = await secretariat.get(`/proposals/${first.id}/compare/${id}`);
    expect(compared.same + compared.teams.length === page.teams.length, 'every team is compared', compared.same);
    return page;
  });

  const repaired = await step(`支援官が辞退し、ほかに動く人を${MOVES}人以内として再編成する`, async () => {
    const leaver = second.teams.at(-1).officers.at(-1);
    const { visitor } = drafts.find(({ id }) => id === leaver.id);
    await visitor.post(`/applications/${leaver.id}/withdraw`, { reason: '異動による' });
    const approval = { version: second.version, reason: '任命のため' };
    await manager.refused('POST', `/proposals/${second.id}/approve`, approval, 409);
    const asked = { name: '辞退後の案', reason: '異動による辞退', officers: [leaver.id], moves: MOVES };
    const page = await solved(secretariat, (await secretariat.post(`/proposals/${second.id}/repair`, asked)).id);
    checkTeams(await problem(), asTeams(page));
    const { moved } = await secretariat.get(`/proposals/${second.id}/compare/${page.id}`);
    const others = moved.filter(({ from, to }) => to !== '辞退' && from !== '待機');
    expect(others.length <= MOVES, 'few move', moved);
    return page;
  });

  await step('管理職が確定して任命し、通知を作り、一覧を公表する。点数はどこにも載らない', async () => {
    await manager.post(`/proposals/${repaired.id}/approve`, { version: repaired.version, reason: '任命のため' });
    const again = { version: repaired.version, reason: 'もう一度', change: { kind: 'undo' } };
    await secretariat.refused('POST', `/proposals/${repaired.id}/changes`, again, 409);
    const letters = await secretariat.ask('GET', `/rounds/${round}/appointment/letters.pdf`);
    expect(letters.headers.get('content-type') === 'application/pdf', 'letters as PDF');
    await manager.post(`/rounds/${round}/appointment/publish`, { withNames: false });
    const list = await (await fetch(`${base}/api/public/rounds/${round}/teams`)).text();
    expect(JSON.parse(list).teams.length === repaired.teams.length && !list.includes('score'), 'the public list');
  });
}
