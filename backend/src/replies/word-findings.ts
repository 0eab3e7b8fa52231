import type { Finding } from '../contract/replies.js';
import { datesIn } from './dates-in-text.js';
import { type Draft, error, opensSection, warning } from './finding.js';
import { undrawable } from './glyphs.js';
import { CALL_LABEL } from './measure-passage.js';

/** What still stands for words to come: 〇〇, ××, 【要確認】. Not 三〇〇, which is a number. */
const PLACEHOLDER =
  /(?<![一二三四五六七八九〇])[〇○◯●]{2,}|[×✕△▲]{2,}|【\s*(?:要|未|仮|調整|記入|TODO)[^】]*】|[（(]\s*(?:要確認|未定稿|調整中)\s*[)）]|TODO|TBD/;
/** Words of a line in which a past day is worth a look. */
const TERM = /公募|募集|受付|申請|申込|締切|締め切り|〆切|期限|まで|予定|提出/;

/** What the words themselves show: something left to fill in, a letter the PDF lacks, a day that cannot be or has passed. */
export function wordFindings(draft: Draft, today: string): Finding[] {
  const texts: [where: string, text: string, dated: boolean][] = [
    ['subject', draft.subject, false],
    ['greeting', draft.greeting, false],
    ...draft.passages.flatMap(({ heading, title, text, measure }, i): [string, string, boolean][] => [
      [`passages.${i}.heading`, opensSection(draft, i) ? heading : '', false],
      [`passages.${i}.title`, title, false],
      // Whether the call of a record has ended is told from the catalogue: its first day has often passed.
      [`passages.${i}.text`, measure ? withoutCall(text) : text, true],
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

const withoutCall = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith(`${CALL_LABEL}：`))
    .join('\n');

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
