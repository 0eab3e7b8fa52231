// The first day of the year: who is in which team, as the members and their towns see it.
import { expect } from '../walkthrough/report.mjs';
import { forAll } from './crowd.mjs';

const PAGE = 100;

/** @returns teams with the visitors who act for them: {id, code, town, officers} */
export async function startOf({ as, round, drafts }, step) {
  return step('支援期間を始め、支援官と団体が自分のチームを見る', async () => {
    const officer = drafts.find(({ kind }) => kind === 'officer').visitor;
    expect((await officer.get('/teams')).total === 0, 'before the first day nobody outside knows the teams');
    await as.secretariat.post(`/rounds/${round}/steps/start`);
    const byId = new Map(
      await forAll(
        drafts.filter(({ kind }) => kind === 'officer'),
        async ({ visitor }) => [(await visitor.get('/me')).id, visitor],
      ),
    );
    const { items } = await as.secretariat.get(`/teams?roundId=${round}&size=${PAGE}`);
    return forAll(items, async ({ id, municipalityCode }) => {
      const town = drafts.find((one) => one.town?.code === municipalityCode).visitor;
      const { members } = await town.get(`/teams/${id}`);
      const officers = members.map(({ personId }) => byId.get(personId));
      for (const one of officers) expect((await one.get(`/teams/${id}`)).members.length === members.length, 'a member');
      return { id, code: municipalityCode, town, officers };
    });
  });
}
