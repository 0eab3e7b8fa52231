import type { DataSource } from 'typeorm';
import type { CaseSheet } from '../src/contract/case-sheets.js';
import { aConsultation, aKarte, aPerson, grant, KAMISHIHORO, NISHIIZU } from './builders.js';
import { addReply } from './journeys/asked-case.js';
import { putBare } from './journeys/rows.js';

const PARTNERS = [{ name: '試験牧場株式会社', role: '発電設備の運営', attendance: 'yes' }];

/** A closed 相談 of 上士幌町 with 西伊豆町, its sent reply, and the people around it. */
export async function aClosedCase(db: DataSource, karte: Parameters<typeof aKarte>[0] = {}) {
  const town = await aPerson(db, grant('municipality', { municipalityCode: KAMISHIHORO }));
  const approver = await aPerson(db, grant('approver', { municipalityCode: KAMISHIHORO }));
  const member = await aPerson(db, grant('approver', { municipalityCode: NISHIIZU }));
  const desk = await aPerson(db, grant('desk'));
  const { id } = await aConsultation(db, town, { state: 'closed', ownerId: desk.id });
  await db.query(
    'UPDATE consultations SET karte = $2, replied_at = state_since, closed_at = state_since WHERE id = $1',
    [id, JSON.stringify(aKarte({ publication: 'open', consulter: 'withPartners', partners: PARTNERS, ...karte }))],
  );
  await putBare(db, 'consultation_members', { consultation_id: id, municipality_code: NISHIIZU });
  const manager = await aPerson(db, grant('manager'));
  const cast = { townsman: town.id, desk: desk.id, manager: manager.id, official: () => desk.id };
  const standing = { id, cast, state: 'closed', municipalityCode: KAMISHIHORO, submitted: true } as const;
  await addReply(db, { ...standing, say: ({ kind }) => `${kind}の言葉` }, 'approved', []);
  return { id, town, approver, member, desk };
}

/** What the desk would save unchanged. */
export function contentOf(sheet: CaseSheet) {
  const { version, title, elements, situation, initiative, partners, support, results } = sheet;
  const facts = {
    pillarCode: sheet.pillar?.code ?? null,
    fieldCodes: sheet.fields.map(({ code }) => code),
    practiceId: sheet.practice?.id ?? null,
  };
  return { version, title, elements, situation, initiative, partners, support, results, ...facts };
}
