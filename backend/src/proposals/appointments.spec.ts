import { beforeAll, expect, it } from '@jest/globals';
import { PDFParse } from 'pdf-parse';
import { testApi } from '../../test/api.js';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aMatchingRound, solveAll } from '../../test/proposal-scene.js';
import type { Appointment, PublicTeams } from '../contract/appointments.js';
import type { ProposalPage } from '../contract/proposals.js';
import type { Round } from '../contract/rounds.js';

const db = testDatabase();
const api = testApi(db);
let secretariat: ReturnType<typeof api.as>;
let manager: ReturnType<typeof api.as>;
let by: string;

beforeAll(async () => {
  itIs('2027-03-01T10:00');
  const person = await aPerson(db(), grant('secretariat'));
  by = person.id;
  secretariat = api.as(person);
  manager = api.as(await aPerson(db(), grant('manager')));
});

const read = async (id: string) => (await manager.get<ProposalPage>(`/proposals/${id}`)).body;
const approve = (id: string, version = 1) =>
  manager.post(`/proposals/${id}/approve`, { version, reason: '任命のため' });

async function aSolved(): Promise<{ round: string; id: string }> {
  const round = await aMatchingRound(db(), by);
  const { id } = (await secretariat.post<{ id: string }>(`/rounds/${round}/proposals`, { name: '第一案' })).body;
  await solveAll(db());
  return { round, id };
}

async function anApproved() {
  const made = await aSolved();
  expect((await approve(made.id)).status).toBe(204);
  return made;
}

it('the manager fixes one 編成案, the round goes on, and nothing of it changes any more', async () => {
  const { round, id } = await anApproved();
  expect((await manager.get<Round>(`/rounds/${round}`)).body.state).toBe('appointed');
  const { towns, officers } = await read(id);
  const change = { kind: 'ban', officer: officers[0]?.id, municipality: towns[0]?.id };
  const { status, problem } = await secretariat.post(`/proposals/${id}/changes`, {
    version: 1,
    reason: '後から',
    change,
  });
  expect([status, problem.code]).toEqual([409, 'proposal.frozen']);
  expect((await approve(id)).status).toBe(409);
  expect((await secretariat.post(`/rounds/${round}/proposals`, { name: '別の案' })).status).toBe(403);
});

it('a round is not appointed without an 編成案', async () => {
  const round = await aMatchingRound(db(), by);
  expect((await manager.get<Round>(`/rounds/${round}`)).body.allowedActions).not.toContain('appoint');
  expect((await manager.post(`/rounds/${round}/steps/appoint`, {})).status).toBe(404);
  expect((await manager.get<Round>(`/rounds/${round}`)).body.state).toBe('matching');
});

it('teams that break a rule are not fixed, nor those with somebody who left', async () => {
  const { id } = await aSolved();
  const { teams } = await read(id);
  const [officer, municipality] = [teams[0]?.officers[0]?.id ?? '', teams[0]?.municipality.id];
  const change = { kind: 'ban', officer, municipality };
  await secretariat.post(`/proposals/${id}/changes`, { version: 1, reason: '試験', change });
  expect((await approve(id, 2)).problem.code).toBe('proposal.breaks_rules');
  await secretariat.post(`/proposals/${id}/changes`, { version: 2, reason: '試験', change: { kind: 'undo' } });
  await db().query(`UPDATE applications SET state = 'withdrawn' WHERE id = $1`, [officer]);
  expect((await approve(id, 3)).problem.code).toBe('proposal.somebody_left');
});

it('letters name officer, town and term, and never a score', async () => {
  const { round, id } = await anApproved();
  const { teams, total } = await read(id);
  const { bytes } = await secretariat.get(`/rounds/${round}/appointment/letters.pdf`);
  const parser = new PDFParse({ data: new Uint8Array(bytes) });
  const { text, total: pages } = await parser.getText();
  await parser.destroy();
  expect(pages).toBe(6);
  expect(text).toContain(teams[0]?.municipality.label);
  expect(text).toContain('3月31日まで');
  expect(text).not.toContain((total ?? 0).toFixed(1));
});

it('a letter takes no field that does not exist', async () => {
  const { round } = await anApproved();
  const letter = { subject: '任命', sender: '発信者', issuedOn: '2027-04-09', body: '{適合度}' };
  const { status, problem } = await secretariat.put(`/rounds/${round}/appointment/letter`, letter);
  expect([status, problem.fields?.body]).toEqual([422, expect.stringContaining('{適合度}')]);
});

it('the list is public from the day it is published, with names only when chosen', async () => {
  const { round, id } = await anApproved();
  expect((await api.nobody.get(`/public/rounds/${round}/teams`)).status).toBe(404);
  expect((await manager.post(`/rounds/${round}/appointment/publish`, { withNames: false })).status).toBe(204);
  const { body, text } = await api.nobody.get<PublicTeams>(`/public/rounds/${round}/teams`);
  expect(body.teams).toHaveLength(3);
  expect(body.teams[0]?.officers.map(({ name }) => name)).toEqual([null, null]);
  expect(text).not.toMatch(/score|適合度|total|minimum/);
  const file = await api.nobody.get(`/public/rounds/${round}/teams.csv`);
  expect(file.text.trim().split('\r\n')).toHaveLength(7);
  expect((await manager.post(`/rounds/${round}/appointment/publish`, { withNames: true })).status).toBe(409);
  expect((await read(id)).appointed).toBe(true);
});

it('after a drop-out the repair takes the place of what was fixed', async () => {
  const { round, id } = await anApproved();
  const gone = (await read(id)).teams[0]?.officers[0]?.id;
  const body = { name: '辞退後', reason: '本人の申出', officers: [gone] };
  const repaired = (await secretariat.post<{ id: string }>(`/proposals/${id}/repair`, body)).body.id;
  await solveAll(db());
  expect((await approve(repaired)).status).toBe(204);
  const { body: standing } = await manager.get<Appointment>(`/rounds/${round}/appointment`);
  expect(standing.proposal.id).toBe(repaired);
});
