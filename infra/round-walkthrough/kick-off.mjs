// 顔合わせ: introductions, the theme, the first meetings with promises, and the calendar that people subscribe to.
import { randomUUID } from 'node:crypto';
import { mailFor } from '../walkthrough/inbox.mjs';
import { expect } from '../walkthrough/report.mjs';
import { forAll } from './crowd.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Teams that hold their first meeting; the others have theirs planned. */
const HELD = 20;
const day = (at) => at.toISOString().slice(0, 10);

export async function kickOffOf({ base, now, fields, teams }, step) {
  await step('全ての支援官が自己紹介を書く。古い画面からの保存には、今の内容が示される', async () => {
    await forAll(teams, async ({ id, officers }) => {
      for (const one of officers)
        await one.put(`/teams/${id}/introduction`, { version: 1, introduction: '地域の人と一緒に考えます。' });
    });
    const [{ id, town, officers }] = teams;
    await officers[0].refused('PUT', `/teams/${id}/introduction`, { version: 1, introduction: '古い画面' }, 409);
    await town.refused('PUT', `/teams/${id}/introduction`, { version: 2, introduction: '団体の人' }, 403);
    const { members } = await town.get(`/teams/${id}`);
    expect(
      members.every(({ introduction }) => introduction.includes('一緒に')),
      'all introduced',
    );
  });

  await step('支援テーマと取組計画を決め、絞り込む。変えた内容は履歴に残る', async () => {
    await forAll(teams, async ({ id, town, officers }, at) => {
      const theme = { fields: [fields[at % fields.length]], theme: '地域の足を守る', goal: '利用者を増やす', plan: '' };
      await officers[0].put(`/teams/${id}/theme`, { version: 0, ...theme });
      await town.put(`/teams/${id}/theme`, { version: 1, ...theme, theme: '通院の足を守る', plan: '秋に試行する' });
    });
    const { items } = await teams[0].town.get(`/teams/${teams[0].id}/themes`);
    expect(items.length === 2 && items[0].changed.join() === 'theme,plan', 'the history', items);
  });

  const started = await now();
  await step('会議を予定し、支援官と団体にカレンダーのファイルを付けて知らせる', async () => {
    await forAll(teams, async ({ id, officers }, at) => {
      const startsAt = new Date(started.getTime() + (14 + (at % 5)) * DAY).toISOString();
      const plan = { startsAt, minutes: 60, url: `https://meet.example/${at}`, agenda: '年間の進め方' };
      await officers[0].post(`/teams/${id}/meetings`, plan);
    });
    const mail = await mailFor(base, teams[0].town.email, { text: '会議の日時が決まりました' });
    expect(!mail.text.includes('meet.example'), 'the address of the meeting stays in the application');
  });

  await step(`${HELD}チームが顔合わせを1件の入力で記録し、約束を残す`, async () => {
    await forAll(teams.slice(0, HELD), async ({ id, town, officers }) => {
      const me = await officers[0].get('/me');
      const dueOn = day(new Date(started.getTime() + 30 * DAY));
      const promises = [
        { id: randomUUID(), text: '運行の資料を送る', owner: 'town', dueOn },
        { id: randomUUID(), text: 'ほかの地域の事例を調べる', owner: me.id, dueOn },
      ];
      const startsAt = new Date(started.getTime() - HOUR).toISOString();
      const texts = { attendees: '全員', notes: '応募の経緯と現状の説明を受けた。', decisions: '月に一度集まる。' };
      const held = { startsAt, minutes: 60, url: '', place: '役場', texts, promises };
      const { id: meeting } = await town.post(`/teams/${id}/meetings/held`, held);
      expect((await officers[0].get(`/team-meetings/${meeting}`)).openPromises === 2, 'two promises');
      const mine = (await officers[0].get('/me/promises')).items;
      expect(mine.length === 1 && mine[0].text.includes('事例'), 'the own promise is among the work', mine);
    });
  });

  await step('二人が同時に要旨を書いても、どちらの文章も失われない', async () => {
    const [{ id, town, officers }] = teams;
    const [{ id: meeting }] = (await town.get(`/teams/${id}/meetings`)).items;
    const write = (who, body) => who.ask('PUT', `/team-meetings/${meeting}/texts/notes`, { version: 1, body });
    const answers = await Promise.all([write(town, '団体の要旨'), write(officers[0], '支援官の要旨')]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses.join() === '200,409', 'one saves, the other is shown what stands there', statuses);
    const { current } = await answers.find(({ status }) => status === 409).json();
    const stored = (await town.get(`/team-meetings/${meeting}`)).texts.notes.body;
    expect(current.body === stored, 'the text of the other', current);
  });

  await step('年間の予定を、秘密のアドレスでカレンダーに取り込む。作り直すと前のアドレスは使えない', async () => {
    const [{ id, officers }] = teams;
    const feed = async () => (await officers[0].post(`/teams/${id}/calendar-feed`)).url;
    const read = async (url) => fetch(new URL(new URL(url).pathname, base));
    const [first, second] = [await feed(), await feed()];
    expect((await read(first)).status === 404, 'the old address is dead');
    const text = await (await read(second)).text();
    expect(text.startsWith('BEGIN:VCALENDAR') && text.includes('BEGIN:VEVENT'), 'a calendar', text.slice(0, 200));
    expect(!text.includes('meet.example') && !text.includes('運行の資料'), 'no words of the team leave the house');
  });

  await step('チームと団体が会話で連絡し、知らせが届く', async () => {
    const [{ id, town, officers }] = teams;
    await town.post(`/teams/${id}/posts`, { id: randomUUID(), body: '会場の地図を共有しました。' });
    expect((await officers[0].get(`/teams/${id}/posts`)).items[0].body.includes('地図'), 'the post');
    await mailFor(base, officers[0].email, { text: '新しい書込み' });
  });
}
