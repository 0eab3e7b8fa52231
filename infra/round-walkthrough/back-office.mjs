// 後方支援: one team asks, the secretariat asks a ministry, and the team gets one answer, which it marks.
import { randomUUID } from 'node:crypto';
import { expect } from '../walkthrough/report.mjs';

const TEXT = '空き家を改修して農泊の宿泊施設にしたい。使える補助金と、先に相談する窓口を知りたい。';

export async function backOfficeOf({ as, round, teams }, step) {
  const [{ id: team, town, officers }, other] = teams;
  const [officer, mate] = officers;

  const form = {
    id: randomUUID(),
    kind: 'scheme',
    title: '空き家を宿泊施設にする支援制度',
    background: TEXT,
    questions: ['空き家の改修に使える補助金はあるか。', '農泊の開業で先に相談する窓口はどこか。'],
    shared: true,
  };
  await step('支援官が、頼む前に似た施策と好事例を見て、後方支援を頼む（二度押しても一件）', async () => {
    const hints = await officer.get(`/teams/${team}/support/hints?text=${encodeURIComponent(TEXT)}`);
    expect(hints.measures.length > 0, 'measures near to it', hints);
    const [first, second] = await Promise.all([1, 2].map(() => officer.post(`/teams/${team}/support`, form)));
    expect(first.number === second.number && first.number.startsWith('後方支援-'), 'one number', [first, second]);
    await town.refused('GET', `/teams/${team}/support`, undefined, 403);
    await as.desk.refused('GET', `/support-requests/${form.id}`, undefined, 404);
    const received = await as.secretariat.get('/support-requests?state=submitted');
    expect(
      received.items.some(({ id }) => id === form.id),
      'the secretariat has it',
      received,
    );
  });

  const inquiry = await step('事務局が受け持ち、国土交通省に照会する', async () => {
    await as.secretariat.post(`/support-requests/${form.id}/accept`);
    const { items } = await as.secretariat.get(`/consultations/${form.id}/questions`);
    const asks = [{ ministryId: 'mlit', questionRowIds: items.map(({ id }) => id) }];
    return (await as.secretariat.post(`/consultations/${form.id}/inquiries`, { asks })).ids[0];
  });

  await step('府省庁が回答する', async () => {
    const { rows, version } = await as.mlit.get(`/inquiries/${inquiry}`);
    const answer = {
      kind: 'measure',
      measureName: '空き家の改修への補助',
      points: '宿泊施設への改修費に使える。',
      division: '住宅局',
      tel: '00-0000-0000',
    };
    const draft = { version, rows: rows.map(({ questionRowId }) => ({ questionRowId, answers: [answer] })) };
    await as.mlit.post(`/inquiries/${inquiry}/answer`, await as.mlit.put(`/inquiries/${inquiry}/answers`, draft));
  });

  await step('チームに一つの回答が届き、役立ち度を知らせる', async () => {
    const { collected } = await as.secretariat.get(`/support-requests/${form.id}`);
    expect(collected.length === 2, 'an answer to each question', collected);
    const answerIds = collected.map(({ answerId }) => answerId);
    await as.secretariat.post(`/support-requests/${form.id}/answer`, { text: '補助金を使えます。', answerIds });
    const { state, passages } = await (mate ?? officer).get(`/support-requests/${form.id}`);
    expect(state === 'closed' && passages.length === 2, 'answered with two passages', { state, passages });
    await officer.put(`/support-requests/${form.id}/usefulness`, { score: 5, word: '助かりました。' });
  });

  await step('ほかのチームは、頼む前にその回答を見つけ、「これで解決した」とする', async () => {
    const [member] = other.officers;
    const { solved } = await member.get(`/teams/${other.id}/support/hints?text=${encodeURIComponent(TEXT)}`);
    expect(
      solved.some(({ id }) => id === form.id),
      'found by another team',
      solved,
    );
    await member.post(`/teams/${other.id}/support/finds`, { kind: 'scheme', found: 'request', ref: form.id });
  });

  await step('事務局がチームごとの利用状況を見る（使っていないチームも載る）', async () => {
    const usage = await as.secretariat.get(`/support-usage?roundId=${round}`);
    const of = (id) => usage.teams.find((one) => one.id === id);
    expect(usage.teams.length === teams.length, 'every team', usage.teams.length);
    expect(of(team).closed === 1 && of(team).usefulness === 5 && of(team).rated === 1, 'one answered', of(team));
    expect(of(other.id).finds === 1 && of(other.id).closed === 0, 'one found', of(other.id));
    expect(usage.used === 2, 'two teams used it', usage.used);
  });
}
