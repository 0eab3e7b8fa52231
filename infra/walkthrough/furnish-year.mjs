// A team of 伴走支援 in its year, for a newcomer's first look: who is who, what it wants, a meeting, a visit ahead.
import { randomUUID } from 'node:crypto';
import { furnishTeam } from './furnish-team.mjs';

const DAY = 86_400_000;
/** An hour of office in Tokyo. */
const hour = (at) => new Date(`${day(at)}T14:00:00+09:00`).toISOString();
const day = (at) => new Date(at + 9 * 3_600_000).toISOString().slice(0, 10);

export async function furnishYear({ base, as }) {
  const { id } = await furnishTeam({ base, as });
  const { officer, town } = as;
  const now = Date.parse((await officer.get('/demo/clock')).now);
  await officer.put(`/teams/${id}/introduction`, {
    version: 1,
    introduction: '地域交通の仕事を続けてきました。住民の方の話を聞くところから始めたいと思います。',
  });
  await town.put(`/teams/${id}/theme`, {
    version: 0,
    fields: ['tourism', 'transport'],
    theme: '観光の足と暮らしの足を一つにする',
    goal: '予約制の乗合交通の利用者を、年度末までに月300人とする。',
    plan: '夏に需要を調べ、秋に実証運行を行い、冬に費用の分担を決める。',
  });
  const me = await officer.get('/me');
  await town.post(`/teams/${id}/meetings/held`, {
    ...{ startsAt: hour(now - 5 * DAY), minutes: 60, url: '', place: 'オンライン' },
    texts: {
      attendees: '企画財政課、支援官',
      notes: '応募の経緯と、通院・観光の移動の現状について説明があった。',
      decisions: '毎月第2週に会議を開く。最初の訪問で、停留所の候補地を見る。',
    },
    promises: [
      { id: randomUUID(), text: '乗降の記録を送る', owner: 'town', dueOn: day(now + 10 * DAY) },
      { id: randomUUID(), text: '似た地域の実証の結果を調べる', owner: me.id, dueOn: day(now + 14 * DAY) },
    ],
  });
  await officer.post(`/teams/${id}/meetings`, {
    ...{ startsAt: hour(now + 20 * DAY), minutes: 60 },
    ...{ url: 'https://meet.example/kamishihoro', agenda: '実証運行の計画' },
  });
  await officer.post(`/teams/${id}/visits`, {
    ...{ id: randomUUID(), startsOn: day(now + 30 * DAY), endsOn: day(now + 31 * DAY), people: [me.id] },
    ...{ companions: '', travel: 'ministry', media: false, shared: false, result: '', met: [] },
    route: [{ on: day(now + 30 * DAY), time: '13:30', place: '役場', purpose: '停留所の候補地を見る' }],
  });
}
