import { openBrackets, ownersIn, STARTS_OWNER_LINE, STARTS_SHARED_LINE } from './owner-line.js';
import { cleaned, type PrintedLine, printedLines } from './printed-text.js';
import type { Fault, Reading, ReadMeasure } from './reading.js';

interface Passage {
  text: string;
  line: number;
}

interface Heading {
  text: string;
  line: number;
  passages: Passage[];
}

/** 節、款、項、ア、i: each takes away the levels below it. */
const LEVELS: readonly { level: number; pattern: RegExp; name: (no: string, rest: string) => string }[] = [
  { level: 0, pattern: /^([1-4])\. (.{1,55})$/, name: (no, rest) => `${no}. ${rest}` },
  { level: 1, pattern: /^[（(]([1-4１-４])[）)] ?(.{1,55})$/, name: (no, rest) => `(${no.normalize('NFKC')}) ${rest}` },
  { level: 2, pattern: /^([①-⑩]) ?([^。]{1,43})$/, name: (no, rest) => `${no}${rest}` },
  // Extraction takes "i" for イ or い.
  { level: 4, pattern: /^(イ) (継続的な地域発.{1,50})$/, name: (_, rest) => `i ${rest}` },
  { level: 3, pattern: /^([ア-ソ]) (.{1,57})$/, name: (no, rest) => `${no} ${rest}` },
  {
    level: 4,
    pattern: /^([ⅰ-ⅷ]|i{1,3}|iv|v|vi{1,3}|い)(?: |(?=「))(.{1,65})$/,
    name: (no, rest) => `${no === 'い' ? 'i' : no.normalize('NFKC')} ${rest}`,
  },
];

export const START_2022 = /^第4章 各分野の施策の推進$/;
const HEADING = /^(?:- )?[（(]([a-z])[)）]\s*(.*)$/;
const PASSAGE = /^(?:- )?[・○] ?(.*)$|^- (.*)$/;
const SUBHEADING = /^[＜<【].*[＞>】]$/;

/** The records of chapter 4: passages of text, each group with the bracket of ministries that answers for it. */
export function readStrategy2022(text: string): Reading {
  const lines = printedLines(text);
  const start = lines.findIndex(({ raw }) => START_2022.test(raw));
  const reader = new Reader();
  for (const line of lines.slice(start + 1)) reader.take(line);
  return reader.end(lines.at(-1)?.no ?? 1);
}

class Reader {
  private readonly measures: ReadMeasure[] = [];
  private readonly faults: Fault[] = [];
  private path: (string | undefined)[] = [];
  /** Between 【具体的取組】 and the table that follows; everything else is headings and tables. */
  private inActions = false;
  private headings: Heading[] = [];
  private bracket: Passage | undefined;
  private passages = 0;

  take(line: PrintedLine): void {
    const { raw, no } = line;
    const trimmed = raw.trim();
    if (this.bracket) {
      this.continueBracket(line);
      return;
    }
    if (/^■\s*工程表|^【重要業績評価指標/.test(trimmed)) {
      this.leaveActions();
      return;
    }
    if (trimmed === '【具体的取組】') {
      this.leaveActions();
      this.inActions = true;
      return;
    }
    if (raw.includes('\t')) return;
    if (!this.inActions) {
      this.takeLevel(trimmed);
      return;
    }

    const [, letter, name] = HEADING.exec(trimmed) ?? [];
    if (letter) this.headings.push({ text: cleaned(name ?? ''), line: no, passages: [] });
    else if (STARTS_OWNER_LINE.test(trimmed) || STARTS_SHARED_LINE.test(trimmed)) {
      this.bracket = { text: '', line: no };
      this.continueBracket(line);
    } else if (!SUBHEADING.test(trimmed) && !trimmed.startsWith('■')) this.takeText(line);
  }

  end(lastLine: number): Reading {
    if (this.bracket) this.fault(this.bracket.line, '担当府省庁のかっこが閉じていません');
    this.leaveActions();
    if (this.measures.length === 0) this.fault(lastLine, '第4章の【具体的取組】が1件もありません');
    const counts = { 記載: this.measures.length, 箇条書き: this.passages };
    return { kind: 'strategy2022', measures: this.measures, kpis: [], faults: this.faults, counts };
  }

  private takeLevel(trimmed: string): void {
    for (const { level, pattern, name } of LEVELS) {
      const [, no, rest] = pattern.exec(trimmed) ?? [];
      if (no === undefined || rest === undefined) continue;
      this.path = [
        ...this.path.slice(0, level),
        ...Array(Math.max(0, level - this.path.length)),
        name(no, cleaned(rest)),
      ];
      return;
    }
  }

  private takeText({ raw, text, no }: PrintedLine): void {
    const heading = this.headings.at(-1);
    if (!heading) {
      this.fault(no, `「${text.slice(0, 30)}」は、どの項目にも属していません`);
      return;
    }
    const [, dotted, dashed] = PASSAGE.exec(raw.trim()) ?? [];
    const before = heading.passages.at(-1);
    const bullet = dotted ?? dashed;
    if (bullet !== undefined) heading.passages.push({ text: cleaned(bullet), line: no });
    else if (before && goesOn(before.text, text)) before.text = cleaned(before.text + raw.trim());
    else heading.passages.push({ text, line: no });
  }

  /** A bracket may go on over the turn of a page. */
  private continueBracket({ raw, no }: PrintedLine): void {
    const { text, line } = this.bracket ?? { text: '', line: no };
    const whole = text + raw.trim();
    if (/^■|^【具体的取組】/.test(raw.trim())) {
      this.fault(line, '担当府省庁のかっこが閉じていません');
      this.bracket = undefined;
      this.leaveActions();
      return;
    }
    this.bracket = { text: whole, line };
    if (openBrackets(whole) > 0) return;
    this.bracket = undefined;
    const [, shared] = STARTS_SHARED_LINE.exec(whole) ?? [];
    const owners = ownersIn(cleaned(shared ?? whole));
    if (!owners) {
      this.fault(line, `担当府省庁「${whole.slice(0, 30)}」の府省庁名を読み取れません`);
      return;
    }
    const meant = shared === undefined ? this.headings.slice(-1) : this.headings;
    const spoken = meant.filter(({ passages }) => passages.length > 0);
    if (spoken.length === 0) this.fault(line, '担当府省庁の前に、施策の記載がありません');
    for (const heading of spoken) this.add(heading, owners);
  }

  private add(heading: Heading, owners: ReadMeasure['owners']): void {
    const place = this.path.filter((name) => name !== undefined);
    const line = heading.passages[0]?.line ?? heading.line;
    this.passages += heading.passages.length;
    this.measures.push({
      id: `S22-${String(this.measures.length + 1).padStart(3, '0')}`,
      line,
      says: {
        edition: 'R4',
        ref: refOf(place),
        title: heading.text,
        place,
        text: heading.passages.map(({ text }) => text).join('\n'),
        source_line: line,
      },
      owners,
    });
    heading.passages = [];
  }

  private leaveActions(): void {
    for (const { passages, line } of this.headings)
      if (passages.length > 0) this.fault(passages[0]?.line ?? line, '担当府省庁の記載がありません');
    this.headings = [];
    this.inActions = false;
  }

  private fault(line: number, message: string): void {
    this.faults.push({ line, message });
  }
}

/** A page ended in the middle of a sentence; items ①② stand on lines of their own. */
const goesOn = (before: string, text: string): boolean =>
  !before.endsWith('。') && !/^[①-⑩]/.test(before) && !/^[①-⑩]/.test(text);

/** 「第4章1.①i」: the numbers of the path. */
export const refOf = (place: readonly string[]): string =>
  `第4章${place.map((name) => /^(?:\d\.|\(\d\)|[①-⑩]|[ア-ソ]|[ivx]+)/.exec(name)?.[0] ?? '').join('')}`;
