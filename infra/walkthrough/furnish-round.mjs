// A round of 伴走支援 in its calls, with some 応募.
import { officerSheet, townSheet } from '../round-walkthrough/sheets.mjs';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FIELDS = ['tourism', 'transport', 'industry', 'agriculture'];
const minute = (ms) => new Date(Math.ceil(ms / MINUTE) * MINUTE).toISOString();

/** The calls close in ten days; one town has handed in, one writes, one officer has handed in. */
export async function furnishRound({ secretariat, town, nishiizuApprover, officer }) {
  const { id } = await secretariat.post('/rounds', { fiscalYear: 2027 });
  const { version, name, places, populationLimit, calendar, calls, inside } = await secretariat.get(`/rounds/${id}`);
  const { counts: _, ...settings } = inside;
  const opensAt = minute(Date.now() - 4 * DAY);
  const closesAt = minute(Date.now() + 10 * DAY);
  const moved = calls.map(({ kind, formVersion }) => ({ kind, formVersion, opensAt, closesAt }));
  await secretariat.put(`/rounds/${id}`, {
    version,
    name,
    places,
    populationLimit,
    calendar,
    calls: moved,
    ...settings,
  });
  await secretariat.post(`/rounds/${id}/steps/open`);

  const apply = async (who, kind, karte) => {
    const { id: application } = await who.post('/applications', { roundId: id, kind });
    const saved = await who.put(`/applications/${application}`, { version: 1, karte });
    return () => who.post(`/applications/${application}/submit`, { version: saved.version });
  };
  await apply(town, 'town', townSheet(1, { code: '016331', label: '北海道上士幌町' }, FIELDS));
  await (await apply(nishiizuApprover, 'town', townSheet(2, { code: '223069', label: '静岡県西伊豆町' }, FIELDS)))();
  const about = { superior: 'shozokucho@officers.example', towns: [], fields: FIELDS, ministries: ['mlit'] };
  await (await apply(officer, 'officer', officerSheet(3, about)))();
}
