import type { EntityManager } from 'typeorm';
import type { ConsultationEntity } from '../consultations/consultation.entity.js';
import type { SaveSheet, SheetPartner } from '../contract/case-sheets.js';
import type { Karte, KarteValue } from '../contract/forms.js';
import type { Passage } from '../contract/replies.js';

type Opening = Omit<SaveSheet, 'version'> & { named: boolean };

/** What a 事例票 begins with: the カルテ and the sent reply, nothing that stayed inward. */
export async function openingOf(tx: EntityManager, consultation: ConsultationEntity): Promise<Opening> {
  const { karte } = consultation;
  const named = karte.publication === 'open';
  return {
    title: consultation.title.slice(0, 80),
    elements: rows(karte.elements).flatMap(({ content }) => (content ? [content] : [])),
    situation: words(karte, 'situation'),
    initiative: words(karte, 'vision'),
    // Who took part may give a town away that wants not to be named.
    partners: named ? partnersOf(karte) : [],
    support: await supportOf(tx, consultation.id),
    results: '',
    pillarCode: words(karte, 'pillar') || null,
    fieldCodes: consultation.fieldCodes.length > 0 ? consultation.fieldCodes : texts(karte.policyFields),
    practiceId: consultation.practiceId,
    named,
  };
}

const words = (karte: Karte, key: string): string => {
  const value = karte[key];
  return typeof value === 'string' ? value : '';
};
const texts = (value: KarteValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
const rows = (value: KarteValue | undefined): { [column: string]: string }[] =>
  Array.isArray(value) ? value.filter((one) => typeof one !== 'string').map(textColumns) : [];
const textColumns = (row: object): { [column: string]: string } =>
  Object.fromEntries(Object.entries(row).filter(([, cell]) => typeof cell === 'string'));

const partnersOf = (karte: Karte): SheetPartner[] =>
  rows(karte.partners).flatMap(({ name, role = '' }) => (name ? [{ name, role }] : []));

/** What the sent replies introduced, by its name. */
async function supportOf(tx: EntityManager, consultationId: string): Promise<string> {
  const replies: { passages: Passage[] }[] = await tx.query(
    `SELECT passages FROM replies WHERE consultation_id = $1 AND state = 'approved' ORDER BY no`,
    [consultationId],
  );
  const titles = replies.flatMap(({ passages }) => passages.flatMap(({ title }) => (title ? [title] : [])));
  let support = '';
  for (const title of new Set(titles)) {
    const longer = `${support}${support && '\n'}・${title}`;
    if (longer.length > 1500) break;
    support = longer;
  }
  return support;
}
