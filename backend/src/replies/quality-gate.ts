import type { Finding, Passage, ReplyContact } from '../contract/replies.js';
import { datesIn } from './dates-in-text.js';
import { undrawable } from './glyphs.js';
import type { QuestionState, Source } from './sources.js';

/** All that the gate looks at. */
export interface Draft {
  subject: string;
  greeting: string;
  passages: readonly Passage[];
  contacts: readonly ReplyContact[];
  closing: string;
  taken: readonly string[];
}

interface Circumstances {
  questions: readonly QuestionState[];
  sources: readonly Source[];
  today: string;
}

/** What still stands for words to come: 〇〇, ××, 【要確認】. Not 三〇〇, which is a number. */
const PLACEHOLDER =
  /(?<![一二三四五六七八九〇])[〇○◯●]{2,}|[×✕△▲]{2,}|【\s*(?:要|未|仮|調整|記入|TODO)[^】]*】|[（(]\s*(?:要確認|未定稿|調整中)\s*[)）]|TODO|TBD/;
/** Words of a line in which a past day is worth a look. */
const TERM = /公募|募集|受付|申請|申込|締切|締め切り|〆切|期限|まで|予定|提出/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const error = (code: string, where: string, message: string): Finding => ({ level: 'error', code, where, message });
const warning = (code: string, where: string, message: string): Finding => ({ level: 'warning', code, where, message });

/** What is missing or broken in a draft. Errors stop the request for 決裁, warnings want a second look. */
export function findingsOf(draft: Draft, circumstances: Circumstances): Finding[] {
  return [
    ...(draft.subject === '' ? [error('subject.empty', 'subject', '件名を入力してください')] : []),
    ...questionFindings(draft, circumstances),
    ...draft.passages.flatMap((passage, i) => passageFindings(passage, `passages.${i}`)),
    ...wordFindings(draft, circumstances.today),
    ...contactFindings(draft, circumstances),
    ...sourceFindings(draft, circumstances),
  ];
}

function questionFindings({ passages }: Draft, { questions }: Circumstances): Finding[] {
  const findings: Finding[] = passages.length === 0 ? [error('passages.none', 'passages', '文章がありません')] : [];
  for (const { id, position, open, replied } of questions) {
    const where = `questions.${id}`;
    const touched = passages.some(({ questionRowIds, text }) => questionRowIds.includes(id) && text !== '');
    if (open > 0)
      findings.push(
        error(
          'question.unanswered',
          where,
          `質問${position}に回答していない府省庁があります（${open}件）。回答を待つか、照会を取り消してください`,
        ),
      );
    if (!touched && !replied)
      findings.push(
        error('question.untouched', where, `質問${position}への文章がありません。窓口の文章を追加してください`),
      );
  }
  return findings;
}

function passageFindings({ heading, text }: Passage, where: string): Finding[] {
  return [
    ...(heading === '' ? [error('passage.emptyHeading', `${where}.heading`, '見出しを入力してください')] : []),
    ...(text === '' ? [error('passage.emptyText', `${where}.text`, '文章が空です。入力するか、削除してください')] : []),
  ];
}

function wordFindings(draft: Draft, today: string): Finding[] {
  const texts: [where: string, text: string, dated: boolean][] = [
    ['subject', draft.subject, false],
    ['greeting', draft.greeting, false],
    ...draft.passages.flatMap(({ heading, title, text }, i): [string, string, boolean][] => [
      [`passages.${i}.heading`, heading, false],
      [`passages.${i}.title`, title, false],
      [`passages.${i}.text`, text, true],
    ]),
    ['closing', draft.closing, true],
    ...draft.contacts.map(({ organisation }, i): [string, string, boolean] => [
      `contacts.${i}.organisation`,
      organisation,
      false,
    ]),
  ];
  return texts.flatMap(([where, text, dated]) => [
    ...placeholderFinding(where, text),
    ...letterFinding(where, text),
    ...text.split('\n').flatMap((line) => dateFindings(where, line, dated && TERM.test(line) ? today : null)),
  ]);
}

function placeholderFinding(where: string, text: string): Finding[] {
  const left = PLACEHOLDER.exec(text)?.[0];
  return left ? [error('text.placeholder', where, `「${left}」が残っています。確定した内容に書き換えてください`)] : [];
}

function letterFinding(where: string, text: string): Finding[] {
  const letters = undrawable(text).join('');
  if (letters === '') return [];
  return [
    warning(
      'text.letter',
      where,
      `「${letters}」はPDFの書体にないため、PDFでは表示されません。別の字で書くか、読みを添えてください`,
    ),
  ];
}

function dateFindings(where: string, line: string, today: string | null): Finding[] {
  return datesIn(line).flatMap(({ written, day, fault }) => {
    if (fault === 'noSuchDay') return [error('date.broken', where, `「${written}」という日はありません`)];
    if (fault === 'wrongWeekday') return [error('date.weekday', where, `「${written}」の曜日が違います`)];
    if (day && today && day < today)
      return [warning('date.past', where, `「${written}」は過ぎています。今も正しいか確認してください`)];
    return [];
  });
}

function contactFindings({ passages, contacts }: Draft, { sources }: Circumstances): Finding[] {
  const used = new Set(passages.flatMap(({ answerIds }) => answerIds));
  const ministries = new Set(
    sources.filter(({ answer }) => answer && used.has(answer.id)).map(({ ministry }) => ministry),
  );
  const missing = [...ministries].filter(
    (ministry) => !contacts.some(({ organisation }) => organisation.includes(ministry)),
  );
  return [
    ...missing.map((ministry) => error('contact.missing', 'contacts', `${ministry}の問合せ先がありません`)),
    ...contacts.flatMap(({ organisation, tel, email }, i) => [
      ...(organisation === ''
        ? [error('contact.noName', `contacts.${i}.organisation`, '問合せ先の名称を入力してください')]
        : []),
      ...(tel === '' && email === ''
        ? [error('contact.noWay', `contacts.${i}.tel`, '電話かメールのどちらかを入力してください')]
        : []),
      ...(email !== '' && !EMAIL.test(email)
        ? [error('contact.badEmail', `contacts.${i}.email`, 'メールは name@example.jp の形で入力してください')]
        : []),
    ]),
  ];
}

function sourceFindings({ passages, taken }: Draft, { sources }: Circumstances): Finding[] {
  const used = new Set(passages.flatMap(({ answerIds }) => answerIds));
  const late = sources.filter(({ key }) => !taken.includes(key));
  const dropped = sources.filter(({ key, answer }) => answer && taken.includes(key) && !used.has(answer.id));
  return [
    ...(late.length > 0
      ? [error('source.new', 'sources', `まだ取り込んでいない府省庁回答があります（${late.length}件）`)]
      : []),
    ...dropped.map(({ answer, ministry }) =>
      warning(
        'source.dropped',
        'sources',
        `${ministry}の回答「${answer?.measureName || '名称なし'}」は、どの文章にも使われていません`,
      ),
    ),
  ];
}
