import { answer, answered, ask, caseOf, reply, stateIs, submit, triage, writeKarte } from './desk-work.mjs';
import { linkIn, mailFor } from './inbox.mjs';
import { KAMISHIHORO } from './kartes.mjs';
import { pdfText } from './pdf.mjs';
import { expect } from './report.mjs';

/** Three ministries answer, one declines and names whom to ask instead, one is late. */
export async function kamishihoro({ base, as, passDays }, step) {
  const { town, approver, desk, manager, admin } = as;
  let id, number, inquiries, rows;

  await step('町の担当者が好事例から相談カルテを書き始め、保存する', async () => {
    const { items } = await town.get(`/good-practices?q=${encodeURIComponent('上士幌町')}`);
    expect(items.length === 1, 'one good practice of the town', items);
    id = await writeKarte(town, { practiceId: items[0].id }, KAMISHIHORO);
  });
  await step('担当者が承認者に確認を依頼し、承認者にメールが届く', async () => {
    await town.post(`/consultations/${id}/requestReview`);
    await mailFor(base, approver.email, { text: `/consultations/${id}/submit` });
  });
  await step('窓口からは提出前の下書きが見えない', () => desk.refused('GET', `/consultations/${id}`, undefined, 404));
  await step('承認者が提出し、受付番号が付く', async () => {
    number = await submit(approver, id);
    await approver.refused('POST', `/consultations/${id}/submit`, { version: 1 }, 409);
  });
  await step('受付通知が町に届き、件名に県名、町名、番号がある', () =>
    mailFor(base, town.email, { subject: `【新結合相談】北海道上士幌町 (${number})`, text: '回答の見込み日' }),
  );
  await step('窓口が受付確認を始め、トリアージする', async () => {
    await desk.post(`/consultations/${id}/take`);
    await triage(desk, id, ['transport', 'environment']);
    await desk.post(`/consultations/${id}/notes`, { text: '内部の検討メモ：優先して扱う' });
  });
  await step('窓口が4省庁に並行して照会する', async () => {
    rows = (await desk.get(`/consultations/${id}/questions`)).items;
    expect(rows.length === 3, 'three question rows', rows.length);
    const of = (...positions) => positions.map((position) => rows[position].id);
    inquiries = await ask(desk, id, [
      { ministryId: 'mlit', questionRowIds: of(0) },
      { ministryId: 'env', questionRowIds: of(1) },
      { ministryId: 'maff', questionRowIds: of(2) },
      { ministryId: 'mic', questionRowIds: of(1) },
    ]);
    await stateIs(desk, id, 'inquiring');
  });
  await step('照会のメールが各府省庁の窓口アドレスに届く', () =>
    mailFor(base, 'mlit@ministries.example', { subject: number, text: `/inquiries/${inquiries.mlit}` }),
  );
  await step('府省庁には他の府省庁の照会が見えない', async () => {
    await as.mlit.refused('GET', `/inquiries/${inquiries.env}`, undefined, 404);
    const { items } = await as.mlit.get(`/consultations/${id}/inquiries`);
    expect(items.length === 1, 'only its own inquiry', items.length);
  });
  await step('国土交通省と環境省が期限内に回答する', async () => {
    await answer(as.mlit, inquiries.mlit, () => ({
      answers: [
        answered({
          measureName: '自動運転の実装支援',
          points: '町道での定期運行に使えます。①②㈱も可。',
          division: '総合政策局',
        }),
      ],
    }));
    await answer(as.env, inquiries.env, () => ({
      answers: [
        answered({
          measureName: '地域再エネ導入支援',
          points: '車両への電気の供給に使えます。',
          division: '地域脱炭素推進審議官グループ',
        }),
      ],
    }));
  });
  await step('回答書の前に、町から府省庁の回答は見えない', async () => {
    const seen = JSON.stringify([
      await caseOf(town, id),
      await town.get(`/consultations/${id}/history`),
      await town.get(`/consultations/${id}/inquiries`),
    ]);
    expect(
      !seen.includes('地域再エネ導入支援') && !seen.includes('内部の検討メモ'),
      'nothing inward is in the answers',
    );
    const notes = await town.get(`/consultations/${id}/notes`);
    expect(notes.items.length === 0, 'the notes stay inside', notes.items.length);
  });
  await step('総務省が「該当なし」とし、経済産業省を挙げる', () =>
    answer(as.mic, inquiries.mic, () => ({
      notApplicable: { reason: '発電設備の補助は所管していません。', suggestedMinistryId: 'meti' },
    })),
  );
  await step('窓口が一度の操作で経済産業省に照会し、経済産業省が回答する', async () => {
    await desk.post(`/inquiries/${inquiries.mic}/handOver`);
    const { items } = await desk.get(`/consultations/${id}/inquiries`);
    inquiries.meti = items.find(({ ministry }) => ministry.id === 'meti').id;
    await answer(as.meti, inquiries.meti, () => ({
      answers: [
        answered({
          measureName: '需要家側の蓄電池導入支援',
          points: '蓄電池を組み合わせる場合に使えます。',
          division: '産業技術環境局',
        }),
      ],
    }));
  });
  await step('期限を過ぎても農林水産省の回答がなく、窓口の一覧に期限超過として出る', async () => {
    await passDays(21);
    const { items } = await desk.get('/inquiries?overdue=true&size=100');
    expect(
      items.some((inquiry) => inquiry.id === inquiries.maff),
      'the inquiry is among the overdue',
      items.length,
    );
  });
  await step('農林水産省が遅れて回答し、全府省庁の回答がそろう', async () => {
    await answer(as.maff, inquiries.maff, () => ({
      answers: [
        answered({ measureName: '畜産環境対策の支援', points: '共同利用の設備に使えます。', division: '畜産局' }),
      ],
    }));
    await stateIs(desk, id, 'collected');
    await mailFor(base, desk.email, { subject: number, text: 'そろいました' });
  });
  await step('窓口が一つの回答書にまとめ、管理職が決裁する', async () => {
    const issued = await reply(desk, manager, id, (draft) => ({
      ...draft,
      greeting: '相談のあった件について、次のとおり回答します。',
    }));
    expect(issued.documentNumber && issued.issuedOn, 'number and date', issued);
    expect(
      issued.passages.some(({ answerIds }) => answerIds.length > 0),
      'passages keep their answers',
    );
    await stateIs(town, id, 'replied');
  });
  await step('町に回答書が届き、PDF に宛先、施策名、問合せ先がある', async () => {
    await mailFor(base, town.email, { subject: number, text: '回答書を送付します' });
    const text = await pdfText(await town.ask('GET', `/consultations/${id}/reply.pdf`));
    for (const words of ['北海道上士幌町', '自動運転の実装支援', '畜産環境対策の支援', '①②㈱', '00-1234-5678'])
      expect(text.includes(words), `the PDF says ${words}`, text.slice(0, 400));
  });
  await step('窓口が完了を提案し、町が同意する', async () => {
    await desk.post(`/consultations/${id}/proposeClose`);
    await town.post(`/consultations/${id}/agreeClose`);
    await stateIs(desk, id, 'closed');
  });
  await step('満足度調査のリンクから、サインインせずに一度だけ回答する', async () => {
    const mail = await mailFor(base, town.email, { subject: number, text: '満足度調査' });
    const token = linkIn(mail, '/survey/').split('/survey/')[1];
    const answers = { overall: 5, clarity: 4, speed: 3, concreteness: 5, meeting: 'notApplicable', next: 'apply' };
    const send = () =>
      fetch(`${base}/api/surveys/answer/${token}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ answers }),
      });
    const first = await send();
    expect(first.ok, 'the answer is taken', await first.text());
    expect((await send()).status === 409, 'a second answer is refused');
  });
  await step('管理職の満足度の画面に点数が出て、数字から元の回答を開ける', async () => {
    const report = await manager.get('/satisfaction');
    const overall = report.questions.find((question) => question.id === 'overall');
    const responses = await manager.get('/satisfaction/responses?size=100');
    expect(overall.n === responses.total, 'the number and its rows agree', [overall.n, responses.total]);
    const mine = responses.items.find((response) => response.consultation?.number === number);
    expect(mine?.score === 5, 'the score of this case', responses.items.length);
  });
  await step('監査記録に、誰が何をしたかが残っている', async () => {
    const { items } = await admin.get(`/audit?number=${encodeURIComponent(number)}&size=100`);
    for (const type of ['consultation.submit', 'inquiry.ask', 'consultation.approve', 'consultation.agreeClose'])
      expect(
        items.some((entry) => entry.type === type),
        `${type} is in the trail`,
      );
  });
}
