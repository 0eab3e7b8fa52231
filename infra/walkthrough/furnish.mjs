// A desk at work, played over the public HTTP API: for a newcomer's first look and for the browser journeys.
import { answer, answered, ask, reply, submit, triage, writeKarte } from './desk-work.mjs';
import { linkIn, mailFor } from './inbox.mjs';
import { KAMISHIHORO, KAMIYAMA, NISHIIZU } from './kartes.mjs';

const NEW = ['空き校舎を活用したサテライトオフィスの誘致', '森林資源を生かした木質バイオマスの熱利用'];
const CHECKING = ['移動販売と見守りを組み合わせた買物支援'];
const TRIAGED = ['棚田オーナー制度とワーケーションの連携'];

/**
 * A desk at work: cases in several states, so that lists, board and figures have something to show.
 * @param scored false where mails wait for office hours: the surveys are answered by the links in them
 */
export async function furnish(scene, { scored = true } = {}) {
  const { nishiizu, nishiizuApprover, kamiyama, town, approver, desk } = scene.as;
  for (const title of NEW) await submit(kamiyama, await writeKarte(kamiyama, {}, { ...KAMIYAMA, title }));
  for (const title of [...CHECKING, ...TRIAGED]) {
    const id = await writeKarte(nishiizu, {}, { ...NISHIIZU, title });
    await submit(nishiizuApprover, id);
    await desk.post(`/consultations/${id}/take`);
    if (TRIAGED.includes(title)) await triage(desk, id, ['tourism']);
  }
  const asked = await writeKarte(town, {}, KAMISHIHORO);
  await submit(approver, asked);
  await askAll(desk, asked, ['mlit', 'env', 'mic'], ['transport', 'environment']);
  await writeKarte(town, {}, { ...KAMISHIHORO, title: '熱気球を生かした広域観光の周遊ルート' });

  // A mean is shown from five answers on.
  const finished = [];
  for (const title of FINISHED) finished.push(await finish(scene, title));
  const [first] = finished;
  if (first) await tell(scene, first.id);
  if (!scored) return;
  for (const [i, { number }] of finished.entries()) await score(scene, number, SCORES[i] ?? 4);
}

const FINISHED = [
  '高専の学生と町の工房を結ぶデジタル人材の育成',
  '伝統工芸の職人と移住者が開く共同の仕事場',
  'ゆずの搾りかすを使った入浴剤の商品化',
  '山あいの集落を結ぶ買物と通院の相乗り',
  '廃校を使った木工と情報の学び直し',
];
const SCORES = [4, 5, 4, 3, 5];

/** @returns a case on its whole way to the end */
async function finish({ as: { kamiyama, desk, manager, mic } }, title) {
  const id = await writeKarte(kamiyama, {}, { ...KAMIYAMA, title });
  const number = await submit(kamiyama, id);
  const inquiries = await askAll(desk, id, ['mic'], ['children']);
  const words = { measureName: '地域おこし協力隊', points: '受入れの経費に使えます。', division: '地域力創造' };
  await answer(mic, inquiries.mic ?? '', () => ({ answers: [answered(words)] }));
  await reply(desk, manager, id, (draft) => draft);
  await desk.post(`/consultations/${id}/proposeClose`);
  await kamiyama.post(`/consultations/${id}/agreeClose`);
  return { id, number };
}

/** Its 事例票 is drafted, agreed to and published. */
async function tell({ as: { kamiyama, desk } }, consultation) {
  const { id } = await desk.post(`/consultations/${consultation}/case-sheet`);
  const { title, elements, situation, initiative, partners, support } = await sheetOf(desk, consultation);
  await desk.post(`/case-sheets/${id}/ask`, { version: 1 });
  const results = '工房で学ぶ学生が6人に増え、2つの工房が後継ぎを迎えた。';
  const words = { title, elements, situation, initiative, partners, support, results, named: true };
  await kamiyama.put(`/case-sheets/${id}/words`, { version: 2, ...words });
  await kamiyama.post(`/case-sheets/${id}/agree`, { version: 3 });
  await desk.post(`/case-sheets/${id}/publish`, { version: 4 });
}

const sheetOf = async (desk, consultation) => (await desk.get(`/consultations/${consultation}/case-sheet`)).sheet;

async function score({ base, as }, number, overall) {
  const mail = await mailFor(base, as.kamiyama.email, { subject: number, text: '満足度調査' });
  const token = linkIn(mail, '/survey/').split('/survey/')[1];
  const answers = { overall, clarity: 4, speed: 5, concreteness: 4, meeting: 'notApplicable', next: 'apply' };
  await as.desk.post(`/surveys/answer/${token}`, { answers });
}

async function askAll(desk, id, ministries, fields) {
  await desk.post(`/consultations/${id}/take`);
  await triage(desk, id, fields);
  const { items } = await desk.get(`/consultations/${id}/questions`);
  const questionRowIds = items.map((question) => question.id);
  return ask(
    desk,
    id,
    ministries.map((ministryId) => ({ ministryId, questionRowIds })),
  );
}
