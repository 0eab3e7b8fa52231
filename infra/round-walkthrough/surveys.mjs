// The end of the year: both surveys answered by all, their figures compared with what was said, and who goes on.
import { linkIn, mailFor } from '../walkthrough/inbox.mjs';
import { expect } from '../walkthrough/report.mjs';
import { forAll, patiently } from './crowd.mjs';

const DAY_MS = 24 * 3_600_000;
const REASONS = ['field', 'team', 'insight', 'burden'];
const WISHES = ['one', 'two', 'three', 'no', 'unknown'];

const tokyoDay = (instant) => new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
const halfUp = (sum, n) => Math.floor((20 * sum + n) / (2 * n)) / 10;
const pointsOf = (at) => 5 - (at % 7 === 0 ? 2 : at % 3 === 0 ? 1 : 0);

/** The same answers in every run. */
const ofTown = (at) => ({ overall: pointsOf(at), continuation: WISHES[at % WISHES.length], change: `変化 ${at + 1}` });
const ofOfficer = (at) => ({
  overall: pointsOf(at + 1),
  reasons: REASONS.filter((_, nth) => (at + nth) % (nth + 2) === 0),
  voice: `気付き ${at + 1}`,
});

async function answer(base, path, method, body) {
  const request = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const { status } = await patiently(() => fetch(`${base}/api/team-surveys/answer/${path}`, request));
  expect(status === 204, 'an answer is taken', status);
}

export async function surveysOf({ base, as, now, round, teams }, step) {
  const { secretariat } = as;
  const officers = teams.flatMap(({ id, officers: members }) => members.map((visitor) => ({ id, visitor })));
  const begun = await now();
  const days = { opensOn: tokyoDay(begun), closesOn: tokyoDay(new Date(begun.getTime() + 14 * DAY_MS)) };

  const surveys = await step('事務局が期末の二つの調査を始め、団体と支援官に一度だけ依頼が届く', async () => {
    const plan = (survey) => secretariat.put(`/rounds/${round}/team-surveys`, { survey, occasion: 'end', ...days });
    const begin = async () => ({
      towns: (await plan('companion-town')).id,
      officers: (await plan('companion-officer')).id,
    });
    const ids = await begin();
    await begin();
    const { items } = await secretariat.get(`/rounds/${round}/team-surveys`);
    const invited = (id) => items.find((one) => one.id === id).invited;
    expect(invited(ids.towns) === teams.length, 'each town is asked once', invited(ids.towns));
    expect(invited(ids.officers) === officers.length, 'each officer is asked once', invited(ids.officers));
    const mail = await mailFor(base, teams[0].town.email, { text: '/team-survey/' });
    expect(linkIn(mail, '/team-survey/'), 'the mail bears the link');
    return ids;
  });

  const tokenOf = async (visitor, team) => {
    const { items } = await visitor.get(`/teams/${team}/surveys`);
    return items.find(({ occasion }) => occasion === 'end').href.replace('/team-survey/', '');
  };
  await step('全ての団体と支援官が、サインインなしのリンクから回答し、一部は期限までに直す', async () => {
    await forAll(teams, async ({ id, town }, at) => {
      const token = await tokenOf(town, id);
      await answer(base, token, 'PUT', { answers: { change: '書きかけ' } });
      await answer(base, token, 'POST', { answers: at % 10 === 0 ? { overall: 1 } : ofTown(at) });
      if (at % 10 === 0) await answer(base, token, 'POST', { answers: ofTown(at) });
    });
    await forAll(officers, async ({ id, visitor }, at) =>
      answer(base, await tokenOf(visitor, id), 'POST', { answers: ofOfficer(at), quotable: at === 0 }),
    );
  });

  await step('締切までは誰にも集計が見えず、団体と支援官には締切の後も見えない', async () => {
    for (const id of Object.values(surveys)) {
      const { hidden, questions, responseRate } = await secretariat.get(`/team-surveys/${id}`);
      expect(hidden === 'open' && questions.length === 0 && responseRate === 100, 'only the rate is told', hidden);
      for (const one of [teams[0].town, teams[0].officers[0]])
        await one.refused('GET', `/team-surveys/${id}`, undefined, 403);
    }
    await teams[0].officers[0].refused('GET', `/teams/${teams[0].id}/continuation`, undefined, 403);
  });

  await step('期限が過ぎると、集計が回答と一致する', async () => {
    const { aheadDays } = await as.admin.get('/demo/clock');
    await as.admin.put('/demo/clock', { aheadDays: Math.ceil(aheadDays) + 16 });
    for (const [id, given] of [
      [surveys.towns, teams.map((_, at) => ofTown(at))],
      [surveys.officers, officers.map((_, at) => ofOfficer(at))],
    ]) {
      const { n, invited, questions, texts } = await secretariat.get(`/team-surveys/${id}`);
      const sum = given.reduce((all, { overall }) => all + overall, 0);
      expect(n === given.length && invited === given.length, 'everybody answered once', { n, invited });
      expect(questions[0].mean === halfUp(sum, n), 'the mean is that of the answers', questions[0].mean);
      const reasons = questions.find(({ id: asked }) => asked === 'reasons');
      for (const { value, count } of reasons?.shares ?? [])
        expect(count === given.filter((one) => one.reasons.includes(value)).length, `the count of ${value}`, count);
      const { total } = await secretariat.get(`/team-surveys/${id}/responses?question=overall&value=5`);
      expect(total === given.filter(({ overall }) => overall === 5).length, 'the rows behind a number', total);
      expect(texts[0].items.length === n, 'every word is there', texts[0].items.length);
    }
  });

  await step('継続を希望する団体が年数とともに並び、継続しない団体には理由が残る', async () => {
    const said = (choice) => teams.filter((_, at) => ofTown(at).continuation === choice).length;
    const { counts, items } = await secretariat.get(`/rounds/${round}/continuation`);
    expect(counts.wished === said('one') + said('two') + said('three'), 'who wishes to go on', counts);
    expect(counts.declined === said('no') && counts.silent === said('unknown'), 'and who does not', counts);
    expect(items[0].wish.years === 3, 'the longest wish stands first', items[0].wish);
    const { teamId } = items.find(({ wish }) => wish?.years === 0);
    await secretariat.post(`/teams/${teamId}/continuation/decision`, {
      outcome: 'notCarried',
      reason: '団体が継続を希望していないため',
    });
    await as.manager.refused(
      'POST',
      `/teams/${teamId}/continuation/decision`,
      { outcome: 'notCarried', reason: '－' },
      403,
    );
  });
}
