import { ask, stateIs, submit, triage, writeKarte } from './desk-work.mjs';
import { mailFor } from './inbox.mjs';
import { KAMIYAMA } from './kartes.mjs';
import { expect } from './report.mjs';

/** Withdrawn while ministries are being asked; a duplicate merged and taken back; one guided elsewhere. */
export async function kamiyama({ base, as }, step) {
  const { kamiyama: town, desk } = as;
  let id, number;

  await step('町が提出し、50回同時に押しても受付番号は一つ', async () => {
    id = await writeKarte(town, {}, KAMIYAMA);
    const { version } = await town.get(`/consultations/${id}/karte`);
    const press = () => town.ask('POST', `/consultations/${id}/submit`, { version, confirmWarnings: true });
    const answers = await Promise.all(Array.from({ length: 50 }, press));
    const taken = answers.filter(({ ok }) => ok);
    expect(
      taken.length === 1,
      'one of fifty is taken',
      answers.map(({ status }) => status),
    );
    number = (await taken[0].json()).number;
  });
  await step('二人の窓口担当が同時に受け付けても、一人だけが通る', async () => {
    const both = await Promise.all(
      [desk, as.desk2].map((officer) => officer.ask('POST', `/consultations/${id}/take`, {})),
    );
    expect(
      both
        .map(({ status }) => status)
        .sort()
        .join() === '204,409',
      'one wins, one is told',
      both.map(({ status }) => status),
    );
  });
  await step('重複として統合し、取り消す', async () => {
    const twin = await writeKarte(town, {}, { ...KAMIYAMA, title: '同じ内容の相談' });
    await submit(town, twin);
    await desk.post(`/consultations/${twin}/merge`, { into: id, reason: '同じ内容のため' });
    await stateIs(town, twin, 'merged');
    await desk.post(`/consultations/${twin}/unmerge`, { reason: '別の学校の話だった' });
    await stateIs(town, twin, 'checking');
    await desk.post(`/consultations/${twin}/guide`, {
      reason: '国の施策の対象ではないため',
      desk: '徳島県の地域づくり窓口',
    });
    await stateIs(town, twin, 'outOfScope');
  });
  await step('照会の途中で町が取り下げ、府省庁の照会も取り消される', async () => {
    await triage(desk, id, ['children']);
    const { items } = await desk.get(`/consultations/${id}/questions`);
    const inquiries = await ask(desk, id, [{ ministryId: 'mic', questionRowIds: [items[0].id] }]);
    await town.post(`/consultations/${id}/withdraw`, { reason: '町の方針が変わったため' });
    await stateIs(desk, id, 'withdrawn');
    await mailFor(base, desk.email, { subject: number, text: '取り下げられました' });
    await as.untilGone(as.mic, `/inquiries/${inquiries.mic}`);
  });
}
