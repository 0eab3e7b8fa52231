import { expect } from './report.mjs';

/** What the stories do again and again, each over the public API. */
export const caseOf = (visitor, id) => visitor.get(`/consultations/${id}`);

export async function stateIs(visitor, id, state) {
  const consultation = await caseOf(visitor, id);
  expect(consultation.state === state, `the case should be ${state}`, consultation.state);
  return consultation;
}

export async function writeKarte(author, start, karte) {
  const { id } = await author.post('/consultations', start);
  const sheet = await author.get(`/consultations/${id}/karte`);
  await author.put(`/consultations/${id}/karte`, { version: sheet.version, karte: { ...sheet.karte, ...karte } });
  return id;
}

/** The approver lets it leave the office. @returns the 受付番号 */
export async function submit(approver, id) {
  const { version } = await approver.get(`/consultations/${id}/karte`);
  const { number } = await approver.post(`/consultations/${id}/submit`, { version, confirmWarnings: true });
  expect(/^新結合-R\d+-\d{4}$/.test(number), 'the number has its form', number);
  return number;
}

export async function triage(desk, id, fieldCodes) {
  const me = await desk.get('/me');
  await desk.post(`/consultations/${id}/triage`, { fieldCodes, priority: 'normal', ownerId: me.id });
  return stateIs(desk, id, 'triaged');
}

/** @returns the inquiry of each ministry, by its id */
export async function ask(desk, id, asks) {
  await desk.post(`/consultations/${id}/inquiries`, { asks });
  const { items } = await desk.get(`/consultations/${id}/inquiries`);
  return Object.fromEntries(items.map((inquiry) => [inquiry.ministry.id, inquiry.id]));
}

export const answered = (words) => ({
  kind: 'measure',
  requirements: '地域公共交通計画への位置付けが要件です。',
  callPeriod: '毎年4月から5月まで',
  rateCeiling: '2分の1以内',
  tel: '00-1234-5678',
  ...words,
});

/** A ministry fills in every row it was asked with `rowOf(row)`, saves the draft and sends it. */
export async function answer(ministry, inquiryId, rowOf) {
  const inquiry = await ministry.get(`/inquiries/${inquiryId}`);
  const rows = inquiry.rows.map((row) => ({ questionRowId: row.questionRowId, ...rowOf(row) }));
  await ministry.put(`/inquiries/${inquiryId}/answers`, { version: inquiry.version, rows });
  const { version } = await ministry.get(`/inquiries/${inquiryId}`);
  await ministry.post(`/inquiries/${inquiryId}/answer`, { version });
}

/** The desk merges and asks for approval, the manager approves. @returns the reply as issued */
export async function reply(desk, manager, id, edit) {
  await desk.post(`/consultations/${id}/reply`);
  const { reply: draft } = await desk.get(`/consultations/${id}/reply`);
  const { subject, greeting, passages, contacts, closing, version } = draft;
  const edited = edit({ subject, greeting, passages, contacts, closing });
  await desk.put(`/consultations/${id}/reply`, { version, ...edited });
  const saved = await desk.get(`/consultations/${id}/reply`);
  await desk.post(`/consultations/${id}/reply/request-approval`, { version: saved.reply.version, confirmed: true });
  const waiting = await manager.get(`/consultations/${id}/reply`);
  await manager.post(`/consultations/${id}/reply/approve`, { version: waiting.reply.version });
  return (await manager.get(`/consultations/${id}/reply`)).reply;
}
