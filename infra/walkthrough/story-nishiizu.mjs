import { answer, answered, ask, caseOf, reply, stateIs, submit, triage, writeKarte } from './desk-work.mjs';
import { linkIn, mailFor } from './inbox.mjs';
import { NISHIIZU } from './kartes.mjs';
import { expect } from './report.mjs';

/** Returned once for correction, a meeting is held, closed by silence. */
export async function nishiizu({ base, as, passDays, now }, step) {
  const { nishiizu: town, nishiizuApprover: approver, desk, manager } = as;
  let id, number, inquiries;

  await step('町が相談カルテを提出する', async () => {
    id = await writeKarte(town, {}, NISHIIZU);
    number = await submit(approver, id);
  });
  await step('二つの画面から保存すると、後の保存は消えず、勝手に上書きもしない（提出前の別のカルテで）', async () => {
    const other = await writeKarte(town, {}, { ...NISHIIZU, title: '同時編集の確認' });
    const { version, karte } = await town.get(`/consultations/${other}/karte`);
    await town.put(`/consultations/${other}/karte`, { version, karte: { ...karte, vision: '先に保存した文' } });
    const late = { version, karte: { ...karte, vision: '後から保存した文' } };
    const problem = await approver.refused('PUT', `/consultations/${other}/karte`, late, 409);
    expect(problem.current.karte.vision === '先に保存した文', 'the refusal shows what stands there', problem);
    await town.post(`/consultations/${other}/withdraw`, { reason: '確認のための下書きでした' });
  });
  await step('窓口が項目ごとの理由を付けて差し戻し、時計が止まる', async () => {
    await desk.post(`/consultations/${id}/take`);
    await desk.post(`/consultations/${id}/return`, {
      items: [{ item: 'questions', reason: '対象とする魚種を書いてください。' }],
    });
    const seen = await caseOf(town, id);
    expect(seen.state === 'returned' && seen.dueState === 'stopped', 'returned, the clock stopped', [
      seen.state,
      seen.dueState,
    ]);
    await mailFor(base, town.email, { subject: number, text: '補正' });
  });
  await step('町が補正して再提出し、番号は変わらず、期日は止まった分だけ延びる', async () => {
    const before = (await caseOf(desk, id)).replyDueOn;
    await passDays(7);
    const { version, karte } = await town.get(`/consultations/${id}/karte`);
    const questions = [{ text: 'アジとサバを遊漁者から買い取る仕組みで、漁業の制度上気を付ける点は何ですか。' }];
    await town.put(`/consultations/${id}/karte`, { version, karte: { ...karte, questions } });
    expect((await submit(approver, id)) === number, 'the number stays');
    const after = (await caseOf(desk, id)).replyDueOn;
    expect(after > before, 'the due date moved', [before, after]);
  });
  await step('窓口がトリアージし、水産庁に照会する', async () => {
    await desk.post(`/consultations/${id}/take`);
    await triage(desk, id, ['tourism', 'agriculture']);
    const { items } = await desk.get(`/consultations/${id}/questions`);
    expect(items.length === 1 && items[0].text.includes('アジ'), 'the corrected question', items);
    inquiries = await ask(desk, id, [
      { ministryId: 'jfa', questionRowIds: [items[0].id], message: '急ぎではありません。' },
    ]);
  });
  await step('町が打合せを希望し、候補日を選び、日時が決まる', async () => {
    const today = await now();
    const day = (days) => new Date(today.getTime() + days * 86_400_000).toISOString();
    const { id: meeting } = await town.post(`/consultations/${id}/meetings`, {
      method: 'online',
      purpose: '制度の説明を受けたい',
    });
    const at = { version: 1 };
    await desk.post(`/meetings/${meeting}/propose`, {
      ...at,
      candidates: [
        { startsAt: day(3), minutes: 60 },
        { startsAt: day(4), minutes: 60 },
      ],
    });
    await town.post(`/meetings/${meeting}/answerCandidates`, { version: 2, suits: [1] });
    await desk.post(`/meetings/${meeting}/decide`, {
      version: 3,
      method: 'online',
      startsAt: day(4),
      minutes: 60,
      place: 'https://meet.example/nishiizu',
      ministryIds: ['jfa'],
    });
    const mail = await mailFor(base, town.email, { subject: number, text: '日時が決まりました' });
    expect(
      mail.attachments.some(({ type }) => type.includes('calendar')),
      'the invitation for the calendar',
      mail.attachments,
    );
    await mailFor(base, 'jfa@ministries.example', { subject: number, text: '招かれています' });
    await passDays(5);
    await desk.post(`/meetings/${meeting}/recordMinutes`, {
      version: 4,
      text: '制度の概要を説明し、次の手順を確認した。',
    });
    await desk.post(`/consultations/${id}/action-items`, {
      meetingId: meeting,
      text: '買取りの手順書を作る',
      owner: 'town',
      dueOn: day(30).slice(0, 10),
    });
    const { actionItems } = await town.get(`/consultations/${id}/meetings`);
    await town.post(`/action-items/${actionItems[0].id}/finish`);
  });
  await step('水産庁が質問し、窓口が返答し、期限の延長が認められ、回答する', async () => {
    const inquiry = inquiries.jfa;
    await as.jfa.post(`/inquiries/${inquiry}/acknowledge`);
    await as.jfa.post(`/inquiries/${inquiry}/askBack`, { text: '買取りは町が行いますか。' });
    await mailFor(base, desk.email, { subject: number, text: '質問がありました' });
    await desk.post(`/inquiries/${inquiry}/replyBack`, { text: '町の第三セクターが行います。' });
    const { dueOn } = await as.jfa.get(`/inquiries/${inquiry}`);
    const later = await workdayAfter(as.jfa, inquiry, dueOn);
    await desk.post(`/inquiries/${inquiry}/decideExtension`, { granted: true });
    expect((await as.jfa.get(`/inquiries/${inquiry}`)).dueOn === later, 'the due date is the one asked for', later);
    await answer(as.jfa, inquiry, () => ({
      answers: [
        answered({ kind: 'interpretation', points: '遊漁と漁業の区分に気を付けてください。', division: '資源管理部' }),
      ],
    }));
  });
  await step('回答書が届く', async () => {
    await reply(desk, manager, id, (draft) => draft);
    await mailFor(base, town.email, { subject: number, text: '回答書を送付します' });
  });
  await step('完了の提案に返答がないまま20営業日が過ぎ、自動で完了する', async () => {
    await desk.post(`/consultations/${id}/proposeClose`);
    await passDays(45);
    await as.untilState(desk, id, 'closed');
  });
  await step('期限を過ぎた調査には回答できず、その旨が示される', async () => {
    const mail = await mailFor(base, town.email, { subject: number, text: '満足度調査' });
    const token = linkIn(mail, '/survey/').split('/survey/')[1];
    await passDays(15);
    const sheet = await (await fetch(`${base}/api/surveys/answer/${token}`)).json();
    expect(sheet.state === 'closed', 'the survey is closed', sheet);
  });
  await step('町が再開を希望し、窓口が枝番を付けて再開する', async () => {
    await town.post(`/consultations/${id}/wishReopen`, { reason: '新しい魚種でも始めたい' });
    await desk.post(`/consultations/${id}/reopen`, { reason: '希望による' });
    const again = await stateIs(desk, id, 'triaged');
    expect(again.number === `${number}-2`, 'the number has its branch', again.number);
  });
}

/** Asks for the first later day that the desk's calendar takes as a business day. @returns that day */
async function workdayAfter(ministry, inquiry, day) {
  for (let days = 5; days < 20; days++) {
    const dueOn = new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
    const { status } = await ministry.ask('POST', `/inquiries/${inquiry}/requestExtension`, {
      dueOn,
      reason: '省内の確認に時間を要するため',
    });
    if (status === 204) return dueOn;
    expect(status === 422, 'only the day is refused', status);
  }
  return expect(false, 'no day is taken');
}
