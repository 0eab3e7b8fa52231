// The cases of the bench: case `i` is the same in every run. States as in real life: 55 of 100 have ended.
import { createHash } from 'node:crypto';
import { randomFrom } from '../random.mjs';
import { COMMON_TERMS, fullName, heading, naming, pick, prose, question, RARE_TERMS, thing } from './words.mjs';

const DAY = 86_400_000;
/** The day of the data. The clock of the system runs on by itself. */
export const TODAY = Date.parse('2026-11-20T00:00:00Z');

/** Of a hundred cases. */
const STATES = {
  closed: 50,
  withdrawn: 2,
  outOfScope: 2,
  merged: 1,
  draft: 5,
  reviewing: 1,
  submitted: 3,
  checking: 8,
  returned: 3,
  correcting: 1,
  triaged: 3,
  inquiring: 8,
  collected: 2,
  drafting: 3,
  approving: 2,
  replied: 3,
  followUp: 1,
  closing: 2,
};
const OF_HUNDRED = Object.entries(STATES).flatMap(([state, share]) => Array(share).fill(state));
const UNSUBMITTED = ['draft', 'reviewing'];
const ENDED = ['closed', 'withdrawn', 'outOfScope', 'merged'];
const STOPPED = ['returned', 'correcting'];
const BEFORE_OWNER = ['draft', 'reviewing', 'submitted', 'withdrawn', 'outOfScope', 'merged'];
const REPLIED = ['replied', 'followUp', 'closing', 'closed'];
const ASKED = ['inquiring', 'collected', 'drafting', 'approving', ...REPLIED];

/** What happened to a case that stands in a state, in order; each event with who reads it. */
const HAPPENED = [
  ['consultation.create', () => true, 'town'],
  ['consultation.submit', (state) => !UNSUBMITTED.includes(state), 'town'],
  ['consultation.take', (state) => !BEFORE_OWNER.includes(state), 'town'],
  [
    'consultation.triage',
    (state) => ['triaged', 'inquiring', 'collected', 'drafting', 'approving'].includes(state),
    'town',
  ],
  ['consultation.agreeClose', (state) => state === 'closed', 'town'],
];

export function uuidOf(kind, i) {
  const hex = createHash('md5').update(`${kind} ${i}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const iso = (time) => new Date(time).toISOString();
const day = (time) => iso(time).slice(0, 10);
const fiscalYear = (time) => Number(iso(time - 90 * DAY).slice(0, 4));

/** The カルテ as a town writes it: some 800 characters in all. `more` goes into its first text. */
export function karteOf(random, field, more = '') {
  return {
    department: '企画課 地域振興係',
    position: '主査',
    contactName: fullName(random),
    contactKana: 'たんとう しゃ',
    tel: '00-0000-0000',
    email: 'tanto@town.example',
    consulter: 'alone',
    title: heading(random),
    situation: more + prose(random, 400 - more.length),
    vision: prose(random, 280),
    elements: [
      { kind: 'resource', field, content: thing(random) },
      { kind: 'technology', field, content: thing(random) },
    ],
    stage: 'concept',
    policyFields: [field],
    pillar: String(1 + Math.floor(random() * 5)),
    topics: ['measures'],
    questions: [{ text: question(random) }, { text: question(random) }],
    replyBy: ['written'],
    shareMinistries: true,
    sharePrefecture: random() < 0.5,
    publication: 'anonymous',
    confidentiality: 'level2',
  };
}

/** Case `i` of `count`, as far as no table of the database is needed to say it. */
export function caseOf(i, count, { towns, people, ministries, fields }) {
  const random = randomFrom(i * 2_654_435_761 + 1);
  const rare = RARE_TERMS.filter((_, place) => i % Math.ceil(count / 10) === place);
  const common = COMMON_TERMS.filter((_, place) => i % 100 === 10 * place + 3);
  const drawn = pick(random, OF_HUNDRED);
  const state = (i === 0 && drawn === 'merged') || (rare.length > 0 && UNSUBMITTED.includes(drawn)) ? 'closed' : drawn;
  const ended = ENDED.includes(state);
  const submitted = TODAY - Math.floor((ended ? 30 + random() * 800 : random() * 28) * DAY);
  const since = Math.min(submitted + Math.floor((1 + random() * 9) * DAY), TODAY);
  const place = Math.floor(random() * towns.length);
  const field = pick(random, fields);
  const numbered = !UNSUBMITTED.includes(state);
  const asked = ASKED.includes(state) ? ministriesOf(random, ministries) : [];
  return {
    id: uuidOf('case', i),
    town: towns[place],
    author: people.towns[place],
    owner: BEFORE_OWNER.includes(state) ? null : pick(random, people.desk),
    state,
    numbered,
    fiscalYear: numbered ? fiscalYear(submitted) : null,
    mergedInto: state === 'merged' ? uuidOf('case', i - 1) : null,
    field,
    karte: karteOf(random, field, [...rare, ...common].map(naming).join('')),
    createdAt: iso(submitted - 3 * DAY),
    submittedAt: numbered ? iso(submitted) : null,
    since: iso(since),
    replyDueOn: numbered ? day(submitted + 28 * DAY) : null,
    stateDueOn: ended ? null : day(since + 5 * DAY),
    stoppedOn: STOPPED.includes(state) ? day(since) : null,
    repliedAt: REPLIED.includes(state) ? iso(since) : null,
    closedAt: state === 'closed' ? iso(since) : null,
    asked: asked.map((ministry) => ({
      ministry,
      done: state !== 'inquiring',
      at: iso(since),
      dueOn: day(since + 14 * DAY),
    })),
    events: HAPPENED.filter(([, holds]) => holds(state)).map(([type, , audience], step) => ({
      type,
      audience,
      at: iso(Math.min(submitted + (step - 1) * DAY, TODAY)),
    })),
    remark: random() < 0.33 ? prose(random, 120) : null,
    score: state === 'closed' && random() < 0.4 ? 1 + Math.floor(random() * 5) : null,
  };
}

/** One to three ministries; some are asked far more often than others. */
function ministriesOf(random, ministries) {
  const count = 1 + Math.floor(random() * 3);
  return [...new Set(Array.from({ length: count }, () => ministries[Math.floor(random() ** 2 * ministries.length)]))];
}
