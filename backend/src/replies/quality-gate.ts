import type { Finding, Passage } from '../contract/replies.js';
import type { PassageRecord } from '../contract/reply-measures.js';
import { type Draft, error, opensSection, warning } from './finding.js';
import { recordFindings } from './record-findings.js';
import type { QuestionState, Source } from './sources.js';
import { wordFindings } from './word-findings.js';

interface Circumstances {
  questions: readonly QuestionState[];
  sources: readonly Source[];
  records: readonly PassageRecord[];
  today: string;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is missing or broken in a draft. Errors stop the request for 決裁, warnings want a second look. */
export function findingsOf(draft: Draft, circumstances: Circumstances): Finding[] {
  return [
    ...(draft.subject === '' ? [error('subject.empty', 'subject', '件名を入力してください')] : []),
    ...questionFindings(draft, circumstances),
    ...draft.passages.flatMap((passage, i) => passageFindings(passage, `passages.${i}`, opensSection(draft, i))),
    ...wordFindings(draft, circumstances.today),
    ...contactFindings(draft, circumstances),
    ...sourceFindings(draft, circumstances),
    ...recordFindings(draft, circumstances.records),
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

function passageFindings({ heading, text }: Passage, where: string, opens: boolean): Finding[] {
  return [
    ...(opens && heading === '' ? [error('passage.emptyHeading', `${where}.heading`, '見出しを入力してください')] : []),
    ...(text === '' ? [error('passage.emptyText', `${where}.text`, '文章が空です。入力するか、削除してください')] : []),
  ];
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
