import { answer, answered, ask, reply, submit, triage, writeKarte } from '../../../infra/walkthrough/desk-work.mjs';
import { linkIn, mailFor } from '../../../infra/walkthrough/inbox.mjs';
import { KAMISHIHORO, KAMIYAMA, NISHIIZU } from '../../../infra/walkthrough/kartes.mjs';
import type { Scene } from './scene.js';

const NEW = ['空き校舎を活用したサテライトオフィスの誘致', '森林資源を生かした木質バイオマスの熱利用'];
const CHECKING = ['移動販売と見守りを組み合わせた買物支援'];
const TRIAGED = ['棚田オーナー制度とワーケーションの連携'];

/** A desk at work: cases in several states, so that lists, board and figures have something to show. */
export async function furnish({ base, as }: Scene): Promise<void> {
  const { nishiizu, nishiizuApprover, kamiyama, town, approver, desk, manager } = as;
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

  const done = await writeKarte(kamiyama, {}, KAMIYAMA);
  const number = await submit(kamiyama, done);
  const inquiries = await askAll(desk, done, ['mic'], ['children']);
  await answer(as.mic, inquiries.mic ?? '', () => ({
    answers: [
      answered({ measureName: '地域おこし協力隊', points: '受入れの経費に使えます。', division: '地域力創造' }),
    ],
  }));
  await reply(desk, manager, done, (draft) => draft);
  await desk.post(`/consultations/${done}/proposeClose`);
  await kamiyama.post(`/consultations/${done}/agreeClose`);
  const mail = await mailFor(base, kamiyama.email, { subject: number, text: '満足度調査' });
  const token = linkIn(mail, '/survey/').split('/survey/')[1];
  const answers = { overall: 4, clarity: 4, speed: 5, concreteness: 4, meeting: 'notApplicable', next: 'apply' };
  await desk.post(`/surveys/answer/${token}`, { answers });
}

async function askAll(desk: Scene['as']['desk'], id: string, ministries: string[], fields: string[]) {
  await desk.post(`/consultations/${id}/take`);
  await triage(desk, id, fields);
  const { items } = await desk.get<{ items: { id: string }[] }>(`/consultations/${id}/questions`);
  const questionRowIds = items.map((question) => question.id);
  return ask(
    desk,
    id,
    ministries.map((ministryId) => ({ ministryId, questionRowIds })),
  );
}
