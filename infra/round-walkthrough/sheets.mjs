// What 184 towns and 250 officers write: the same for the same seed, with fields as unevenly wished for as in life.
import { randomFrom } from '../random.mjs';

const MINISTRIES = 'cao fsa digital mic moj mof mext mhlw maff meti mlit env jfa'.split(' ');
const GRADES = ['junior', 'junior', 'middle', 'middle', 'middle', 'senior', 'senior'];

const PROBLEMS = {
  tourism: '訪れる人は増えたが、宿泊せずに帰る人が多い。',
  transport: '路線の便数が減り、通院と買物の足が足りない。',
  industry: '町内の事業者の多くに後継ぎがいない。',
  agriculture: '耕す人が減り、使われない農地が増えている。',
};

const dice = (seed) => {
  const random = randomFrom(seed);
  const below = (n) => Math.floor(random() * n);
  const some = (list, n) => {
    const left = [...list];
    return Array.from({ length: Math.min(n, left.length) }, () => left.splice(below(left.length), 1)[0]);
  };
  return { below, some, one: (list) => list[below(list.length)], chance: (share) => random() < share };
};

/** @param fields codes of policy fields, those that towns name most first */
export function townSheet(seed, town, fields) {
  const { below, some, one } = dice(seed);
  const wished = some([...fields.slice(0, 4), ...fields.slice(0, 4), ...fields].filter(unique), 1 + below(3));
  return {
    population: String(900 + below(98_000)),
    populationOn: '2026-01-01',
    populationSource: '住民基本台帳',
    problems: wished.map((field) => ({
      field,
      text: PROBLEMS[field] ?? '担い手が減り、これまでの進め方では続けられない。',
    })),
    wish: '庁内に経験がないため、進め方の助言がほしい。',
    setUp: '企画課が担当し、首長が毎月進み具合を見る。',
    online: one(['ready', 'preparing']),
    department: '企画課',
    contactName: '担当 一郎',
    tel: '00-0000-0000',
    email: `tanto@t${town.code}.example`,
  };
}

export function officerSheet(seed, { superior, towns, fields, ministries }) {
  const { below, some, one, chance } = dice(seed);
  const ties = some(towns, below(3)).map((town) => ({ place: town.prefectureName }));
  const wishes = some(towns, below(4)).map((town) => ({ place: town.code }));
  const excluded = some(towns, chance(0.06) ? 1 : 0).filter(({ code }) => !wishes.some((wish) => wish.place === code));
  return {
    ministry: one(MINISTRIES.filter((id) => ministries.includes(id))),
    division: '大臣官房 総務課',
    position: '係員',
    grade: one(GRADES),
    fields: some(fields, 1 + below(4)).map((field) => ({ field, years: String(1 + below(14)) })),
    localExperience: chance(0.3) ? 'yes' : 'no',
    ties: ties.filter((tie, at) => ties.findIndex(({ place }) => place === tie.place) === at),
    wishes,
    excluded: excluded.map(({ code }) => ({ place: code })),
    hours: one(['10', '15', '20']),
    visits: 'yes',
    superior: '所属 長',
    superiorEmail: superior,
  };
}

const unique = (value, at, list) => list.indexOf(value) === at;
