import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Clock } from '../../src/calendar/clock.js';
import { aKpi, aReport } from '../report-scene.js';
import { aSupportForm, aSupportRequest } from '../support-scene.js';
import { aDoneVisit } from '../visit-scene.js';
import { json, put } from './rows.js';
import type { SayOfYear } from './team-facts.js';
import type { KnownTeam } from './team-oracle.js';

interface Year {
  db: DataSource;
  team: KnownTeam;
  /** Who writes it all down. */
  by: string;
  owner: string;
  say: SayOfYear;
}

/** Everything that is written in the year of a team, for itself and, where it can be, for others. Gives what has an address. */
export async function addEntries(year: Year): Promise<Record<string, string[]>> {
  const [visits, photos] = await addVisits(year);
  return {
    'team-meetings': await addMeetings(year),
    'team-kpis': [await addKpi(year)],
    'team-reports': await addReports(year),
    'support-requests': await addRequests(year),
    visits,
    'visit-photos': photos,
    ...(await addWords(year)),
  };
}

/** Theme, promises, 会話 and introductions: without addresses of their own. */
async function addWords({ db, team, by, say }: Year): Promise<Record<string, string[]>> {
  const at = new Clock().now();
  const own = () => say({ kind: 'team', team });
  const theme = { team_id: team.id, fields: ['transport'], created_at: at, created_by: by };
  await put(db, 'team_themes', { ...theme, version: 1, theme: own(), goal: own(), plan: own() });
  const shared = () => say({ kind: 'shared', team });
  await put(db, 'team_themes', { ...theme, version: 2, theme: shared(), goal: shared(), plan: own(), shared: true });
  for (const owner_kind of ['town', 'team'])
    await put(db, 'promises', {
      ...{ team_id: team.id, text: own(), owner_kind, due_on: '2026-11-18', created_by: by, created_at: at },
    });
  await put(db, 'team_posts', { team_id: team.id, body: own(), created_by: by, created_at: at });
  await db.query('UPDATE team_members SET introduction = $2 WHERE team_id = $1 AND left_on IS NULL', [team.id, own()]);
  await db.query(
    'UPDATE team_members SET leaving_reason = $2, hand_over = $3 WHERE team_id = $1 AND left_on IS NOT NULL',
    [team.id, own(), own()],
  );
  return {};
}

async function addMeetings({ db, team, by, say }: Year): Promise<string[]> {
  const ids: string[] = [];
  const own = () => say({ kind: 'team', team });
  const at = new Clock().now();
  for (const state of ['planned', 'held', 'cancelled', 'shared']) {
    const shared = state === 'shared';
    const id = await put(db, 'team_meetings', {
      ...{ team_id: team.id, state: shared ? 'held' : state, place: own(), agenda: own(), attendees: own() },
      ...{ notes: own(), decisions: shared ? say({ kind: 'shared', team }) : own(), shared_at: shared ? at : null },
      ...{ reason: state === 'cancelled' ? own() : null, created_by: by, created_at: at },
      ...{ starts_at: '2026-11-16T01:00:00Z', ends_at: '2026-11-16T02:00:00Z', url: '' },
    });
    await db.query(
      `INSERT INTO team_meeting_texts (meeting_id, field, saved_by, saved_at)
       SELECT $1, unnest(ARRAY['agenda', 'attendees', 'notes', 'decisions']), $2, $3`,
      [id, by, at],
    );
    ids.push(id);
  }
  return ids;
}

async function addVisits({ db, team, by, say }: Year): Promise<[string[], string[]]> {
  const visits: string[] = [];
  const photos: string[] = [];
  const at = new Clock().now();
  for (const shared of [false, true]) {
    const own = () => say({ kind: 'team', team });
    const told = () => say({ kind: shared ? 'shared' : 'team', team });
    const id = await aDoneVisit(db, team.id, by, '2026-11-17', { result: told(), shared });
    await db.query('UPDATE visits SET companions = $2, route = $3, met = $4 WHERE id = $1', [
      ...[id, own(), JSON.stringify([{ on: '2026-11-17', time: '10:00', place: own(), purpose: own() }])],
      JSON.stringify([{ category: 'residents', count: 3, note: own() }]),
    ]);
    const written = { created_by: by, created_at: at, updated_by: by, updated_at: at };
    await put(db, 'visit_notes', { id: randomUUID(), visit_id: id, text: told(), shared, ...written });
    const photo = { width: 1, height: 1, content: Buffer.from([0xff, 0xd8, 0xff]), added_by: by, added_at: at };
    photos.push(await put(db, 'visit_photos', { visit_id: id, caption: own(), consent: own(), ...photo }));
    visits.push(id);
  }
  return [visits, photos];
}

async function addKpi({ db, team, say }: Year): Promise<string> {
  const content = json(aKpi({ name: say({ kind: 'team', team }), note: say({ kind: 'team', team }) }));
  return put(db, 'team_kpis', { team_id: team.id, version: 1, content, created_at: new Clock().now() });
}

async function addReports({ db, team, by, say }: Year): Promise<string[]> {
  const words = () => ({
    ...{ progress: say({ kind: 'team', team }), outcomesText: say({ kind: 'team', team }) },
    ...{ practicesText: say({ kind: 'team', team }), changesText: say({ kind: 'team', team }) },
    ...{ remaining: say({ kind: 'team', team }), next: say({ kind: 'team', team }) },
  });
  const interim = await aReport(db, team.id, by, { kind: 'interim', state: 'agreed', content: words() });
  const final = await aReport(db, team.id, by, { kind: 'final', state: 'drafting', content: words() });
  return [interim.id, final.id];
}

async function addRequests({ db, team, by, owner, say }: Year): Promise<string[]> {
  const ids: string[] = [];
  for (const [state, shared] of [
    ['submitted', true],
    ['closed', false],
    ['closed', true],
  ] as const) {
    const word = () => say({ kind: shared && state === 'closed' ? 'sharedSupport' : 'support', team });
    const form = aSupportForm({ title: word(), background: `空き家の改修 ${word()}`, questions: [word()], shared });
    const id = await aSupportRequest(db, team.id, { state, by, owner, form, answer: word() });
    if (state === 'closed')
      await db.query(
        `UPDATE support_requests SET usefulness = 5, usefulness_word = $2, rated_by = $3, rated_at = now() WHERE id = $1`,
        [id, word(), by],
      );
    ids.push(id);
  }
  return ids;
}
