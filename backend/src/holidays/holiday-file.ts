import { invalid } from '../platform/errors.js';
import { japaneseText } from '../platform/japanese-text.js';

export interface NamedDay {
  day: string;
  name: string;
}

const HEADER = '国民の祝日・休日月日,国民の祝日・休日名称';
/** No longer than a name typed on the screen, and without characters that no page shows and PostgreSQL cannot keep. */
const LINE = /^(\d{4})\/(\d{1,2})\/(\d{1,2}),([^,\p{Cc}]{1,50})$/u;
const SHOWN = 10;

/**
 * The days in the Cabinet Office's file: Shift_JIS as it is downloaded, or UTF-8 after somebody saved it.
 * @throws DomainError invalid, naming every line that cannot be read; then nothing counts
 */
export function daysInFile(bytes: Uint8Array): NamedDay[] {
  const [header, ...lines] = textOf(bytes).split(/\r?\n/);
  if (header !== HEADER) {
    throw invalid({
      file: `内閣府の「国民の祝日」の CSV ではありません。1行目が「${HEADER}」のファイルを選んでください`,
    });
  }
  const found = new Map<string, string>();
  const faults: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const named = namedDay(line);
    if (!named) faults.push(`${index + 2}行目「${line.slice(0, 40)}」は読み取れません`);
    else if (found.has(named.day)) faults.push(`${index + 2}行目「${line}」は、同じ日が前の行にもあります`);
    else found.set(named.day, named.name);
  }
  if (faults.length === 0)
    faults.push(...gapsBetween(new Set([...found.keys()].map((day) => Number(day.slice(0, 4))))));
  if (faults.length === 0 && found.size === 0) faults.push('休日が1日も書かれていません');
  if (faults.length > 0) {
    const more = faults.length > SHOWN ? `ほか${faults.length - SHOWN}行。` : '';
    throw invalid({ file: `${faults.slice(0, SHOWN).join('。')}。${more}何も取り込んでいません` });
  }
  return [...found].map(([day, name]) => ({ day, name })).sort((left, right) => (left.day < right.day ? -1 : 1));
}

/** In the years a file covers it says all there is: a mistyped year would strike out every holiday before it. */
function gapsBetween(years: ReadonlySet<number>): string[] {
  const first = Math.min(...years);
  const gap = [...years].find((year) => year > first && !years.has(year - 1));
  return gap ? [`${gap - 1}年の休日がないのに、${gap}年の休日があります`] : [];
}

function namedDay(line: string): NamedDay | undefined {
  const [, year = '', month = '', date = '', name = ''] = LINE.exec(line) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const instant = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== day) return undefined;
  return name.trim() === '' || year < '1948' || year > '2199' ? undefined : { day, name: name.trim() };
}

function textOf(bytes: Uint8Array): string {
  const text = japaneseText(bytes);
  if (!text.includes('\uFFFD')) return text;
  throw invalid({ file: '文字コードを読み取れません。内閣府のサイトから CSV をもう一度ダウンロードしてください' });
}
