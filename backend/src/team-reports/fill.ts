import type { EntityManager } from 'typeorm';
import {
  LONGEST_TEXT,
  REPORT_TEXT_LABEL,
  type ReportContent,
  type ReportKind,
  ReportText,
} from '../contract/team-reports.js';
import { invalid } from '../platform/errors.js';
import { ENTRIES } from './entries.js';

export type Fill = Record<ReportText, string>;
type Reader = Pick<EntityManager, 'query'>;

/** What one kind of entry may take of a text, so that all have room and somebody can still write. */
const SHARE = 500;
const NOTHING: Fill = { progress: '', outcomesText: '', practicesText: '', changesText: '', remaining: '', next: '' };

/** What the entries of a team give for each text: nothing where nothing was written down. */
export async function fillOf(db: Reader, teamId: string): Promise<Fill> {
  const fill = { ...NOTHING };
  for (const { text, heading, read } of ENTRIES) {
    const lines = await read(db, teamId);
    if (lines.length === 0) continue;
    fill[text] = [fill[text], ...fitting(heading, lines, SHARE)].filter(Boolean).join('\n');
  }
  return fill;
}

/** So many lines as have room, and how many more there are. */
function fitting(heading: string, lines: readonly string[], room: number): string[] {
  const part = [`【${heading}】`];
  for (const [at, line] of lines.entries()) {
    if ([...part, line].join('\n').length > room) return [...part, `・ほか${lines.length - at}件`];
    part.push(line);
  }
  return part;
}

/** A 最終報告 goes on from the 中間報告; all else begins empty and is filled from the entries. */
export async function openingOf(db: Reader, teamId: string, kind: ReportKind, fill: Fill): Promise<ReportContent> {
  const [interim]: { content: ReportContent }[] =
    kind === 'final'
      ? await db.query(`SELECT content FROM team_reports WHERE team_id = $1 AND kind = 'interim'`, [teamId])
      : [];
  const before = interim?.content;
  return {
    ...fill,
    ...{ outcomes: before?.outcomes ?? [], outcomesText: before?.outcomesText ?? '' },
    ...{ practices: before?.practices ?? [], practicesText: before?.practicesText ?? '' },
    ...{ changes: before?.changes ?? [], changesText: before?.changesText ?? '' },
  };
}

const isUntouched = (content: ReportContent, filled: Fill, text: ReportText): boolean =>
  content[text] === filled[text] || content[text] === '';

/** What the entries say now and did not say when the texts were filled. */
export function newsOf(content: ReportContent, filled: Fill, fresh: Fill) {
  return ReportText.options.flatMap((text) => {
    const edited = !isUntouched(content, filled, text);
    const lines = fresh[text].split('\n');
    const known = new Set((edited ? `${filled[text]}\n${content[text]}` : content[text]).split('\n'));
    const added = lines.filter((line) => line !== '' && !known.has(line));
    // A heading alone is no news.
    const news = added.filter((line) => !line.startsWith('【'));
    return news.length > 0 ? [{ text, edited, lines: news }] : [];
  });
}

/**
 * Texts that nobody wrote in are filled anew. What somebody wrote stays; where it is wished for, the new entries come
 * after it.
 */
export function refilled(
  content: ReportContent,
  filled: Fill,
  fresh: Fill,
  append: readonly ReportText[],
): { content: ReportContent; filled: Fill } {
  const next = { content: { ...content }, filled: { ...filled } };
  const news = newsOf(content, filled, fresh);
  for (const text of ReportText.options) {
    if (isUntouched(content, filled, text)) {
      if (fresh[text] !== '' || filled[text] === content[text]) next.content[text] = fresh[text];
      next.filled[text] = fresh[text];
    } else if (append.includes(text)) {
      const added = news.find((one) => one.text === text)?.lines ?? [];
      const longer = [content[text], ...added].join('\n');
      if (longer.length > LONGEST_TEXT) {
        throw invalid({ [text]: `${REPORT_TEXT_LABEL[text]}に加えると長すぎます。文章を短くしてから、加えてください` });
      }
      next.content[text] = longer;
      next.filled[text] = fresh[text];
    }
  }
  return next;
}
