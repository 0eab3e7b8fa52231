import { beforeEach, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { anAnswer, aTriagedCase, ofMinistry } from '../../test/inquiry-scene.js';
import type { CaseInquiries, Inquiry, InquiryPage, Questions } from '../contract/inquiries.js';

const db = testDatabase();
const api = testApi(db);
beforeEach(() => {
  itIs('2026-11-20T09:00');
});

it('goes from question rows to answers over HTTP', async () => {
  const { id, desk: officer, questions } = await aTriagedCase(db());
  const desk = api.as(officer);
  const mlit = api.as(await ofMinistry(db(), 'mlit'));
  const rows = (await desk.get<Questions>(`/consultations/${id}/questions`)).body;
  expect(rows).toMatchObject({ total: 3, items: [{ position: 1, deskHolds: true, asked: false }, {}, {}] });

  const before = (await desk.get<CaseInquiries>(`/consultations/${id}/inquiries`)).body;
  expect(before).toMatchObject({ usualDueOn: '2026-12-07', allowedActions: ['inquire', 'splitQuestions'] });
  const asks = [{ ministryId: 'mlit', questionRowIds: questions.slice(0, 2) }];
  const asked = await desk.post<{ ids: string[] }>(`/consultations/${id}/inquiries`, { asks });
  expect(asked.status).toBe(201);
  const inquiry = `/inquiries/${asked.body.ids[0]}`;

  const list = await mlit.get<InquiryPage>('/inquiries?state=asked,acknowledged');
  expect(list.body).toMatchObject({
    total: 1,
    items: [{ rowCount: 2, openCount: 2, workdaysLeft: 10, overdue: false }],
  });
  expect((await mlit.post(`${inquiry}/acknowledge`)).status).toBe(204);
  expect((await mlit.post(`${inquiry}/acknowledge`)).problem.code).toBe('inquiry.wrong_state');

  const draft = { version: 1, rows: [{ questionRowId: questions[0], answers: [anAnswer({ points: '' })] }] };
  const saved = await mlit.put<{ version: number }>(`${inquiry}/answers`, draft);
  expect(saved.body).toEqual({ version: 2 });
  const stale = await mlit.put(`${inquiry}/answers`, draft);
  expect(stale.status).toBe(409);
  expect(stale.problem.current).toMatchObject({ version: 2, rows: [{ questionRowId: questions[0] }, {}] });
  const refused = await mlit.post(`${inquiry}/answer`, { version: 2 });
  expect(refused.status).toBe(422);
  expect(refused.problem.fields).toMatchObject({ [`rows.${questions[0]}.answers.0.points`]: expect.any(String) });

  const declined = { reason: '所管外のため', suggestedMinistryId: 'maff' };
  const complete = {
    version: 2,
    rows: [
      { questionRowId: questions[0], answers: [anAnswer()] },
      { questionRowId: questions[1], notApplicable: declined },
    ],
  };
  await mlit.put(`${inquiry}/answers`, complete);
  expect((await mlit.post(`${inquiry}/answer`, { version: 3 })).status).toBe(204);
  const { body } = await desk.get<Inquiry>(inquiry);
  expect(body).toMatchObject({ state: 'answered', allowedActions: ['handOver'] });
  expect(body.rows[1]?.notApplicable).toEqual({
    reason: '所管外のため',
    suggestedMinistry: { id: 'maff', name: '農林水産省' },
    handedOver: false,
  });
  expect((await desk.post(`${inquiry}/handOver`, {})).status).toBe(201);
});

it('names what is wrong with an ask, field by field', async () => {
  const { id, desk } = await aTriagedCase(db());
  const empty = await api
    .as(desk)
    .post(`/consultations/${id}/inquiries`, { asks: [{ ministryId: '', questionRowIds: [] }] });
  expect(empty.problem.fields).toEqual({
    'asks.0.ministryId': '照会先の府省庁を選んでください',
    'asks.0.questionRowIds': '照会する質問を一つ以上選んでください',
  });
  const unknown = { asks: [{ ministryId: 'none', questionRowIds: [id] }] };
  expect((await api.as(desk).post(`/consultations/${id}/inquiries`, unknown)).problem.fields).toEqual({
    'asks.0.ministryId': expect.stringMatching(/名簿にありません/),
  });
});
