import { cleaned, type PrintedLine } from './printed-text.js';
import type { BlockKpi, Fault, ReadMeasure } from './reading.js';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** Printed ⑯, extracted as ⑩. */
const LOOKS_LIKE: Record<string, number> = { '⑩': 16 };
const CATEGORY =
  /^[（(](農林水産物・食品|酒類|文化・芸術|スポーツ|コンテンツ|豊かな自然環境・自然景観|地域の再生可能エネルギー|循環経済.*)[）)]$/;
const REPEATED = '【再掲】';

type Part = 'headings' | 'text' | 'programs' | 'schedule' | 'kpis';

/** Section 5: impact, outcome, output, group; measures ①②; under each block of them 工程表 and アウトプットKPI. */
export class MainMeasures {
  readonly measures: ReadMeasure[] = [];
  readonly kpis: BlockKpi[] = [];
  readonly faults: Fault[] = [];

  private part: Part = 'headings';
  private impact = '';
  private outcome = '';
  private output: { code: string; name: string } | undefined;
  private group = { no: '', name: '' };
  private category = '';
  private lastNumber = 0;
  private block: ReadMeasure[] = [];
  private blockKpis: string[] = [];
  private blocks = 0;

  take({ raw, text, no }: PrintedLine): void {
    if (this.takeHeading(text)) return;
    const [, mark, title] = /^([①-⑳]) ?(.+)$/.exec(text) ?? [];
    if (mark && title && this.part !== 'schedule') {
      this.begin(mark, title, no);
      return;
    }
    if (/^[（(]主な事業[）)]$/.test(text)) this.part = 'programs';
    else if (/^■ ?工程表/.test(text)) this.part = 'schedule';
    else if (/^■ ?アウトプット ?KPI/.test(text)) this.part = 'kpis';
    else this.takeContent(raw.trim(), text, no);
  }

  end(): void {
    this.closeBlock();
  }

  /** What stands above the measures. */
  private takeHeading(text: string): boolean {
    const [, impact] = /^([1-4])\. (?:強い経済|豊かな生活環境|選ばれる地方|国の役割)$/.exec(text) ?? [];
    if (impact) {
      this.closeBlock();
      Object.assign(this, { impact, outcome: '', output: undefined, category: '', part: 'headings', lastNumber: 0 });
      return true;
    }
    const [, outcome] = /^([A-E])\. .{1,36}$/.exec(text) ?? [];
    if (outcome) {
      this.closeBlock();
      Object.assign(this, { outcome, output: undefined, part: 'headings' });
      return true;
    }
    const [, letter, name] = /^([a-r1])\. ([^。]{1,41})$/.exec(text) ?? [];
    if (letter && name && this.outcome) {
      this.closeBlock();
      // Extraction takes the letter l for 1.
      this.output = { code: letter === '1' ? 'l' : letter, name };
      Object.assign(this, { category: '', part: 'headings', lastNumber: 0 });
      return true;
    }
    return this.takeGroup(text);
  }

  private takeGroup(text: string): boolean {
    const [, category] = CATEGORY.exec(text) ?? [];
    if (category) {
      this.closeBlock();
      Object.assign(this, { category, part: 'headings' });
      return true;
    }
    const [, no, name] = /^[（(]([0-9０-９]{1,2})[）)] ?([^。]{1,75})$/.exec(text) ?? [];
    if (!no || !name) return false;
    if (this.blockKpis.length > 0) this.closeBlock();
    this.group = { no: no.normalize('NFKC'), name };
    this.category = '';
    this.part = 'headings';
    // The measures of the first output are numbered through all its groups.
    if (this.output?.code !== 'a') this.lastNumber = 0;
    return true;
  }

  private begin(mark: string, printed: string, line: number): void {
    if (this.blockKpis.length > 0) this.closeBlock();
    const expected = this.lastNumber + 1;
    const number = LOOKS_LIKE[mark] === expected ? expected : CIRCLED.indexOf(mark) + 1;
    if (number !== expected)
      this.fault(line, `番号${mark}の前に${CIRCLED[expected - 1] ?? ''}がありません（番号が続いていません）`);
    this.lastNumber = number;

    const { output, group, category } = this;
    const node = output?.code ?? `N${group.no}`;
    const id = output ? `M25-${this.outcome}${node}-${group.no}` : `M25-N-${group.no}`;
    const place = output ? `${this.outcome}.${output.code}.` : '';
    const sign = CIRCLED[number - 1] ?? '';
    const title = printed.replace(REPEATED, '');
    const measure: ReadMeasure = {
      id: `${id}-${String(number).padStart(2, '0')}`,
      line,
      says: {
        edition: 'R7',
        ref: `第5節${this.impact}.${place}(${group.no})${sign}`,
        number: sign,
        title,
        node_code: node,
        place: [output?.name ?? '', group.name, category].filter((name) => name !== ''),
        programs: [],
        repeat_of: printed.includes(REPEATED) ? this.firstOf(title) : null,
        text: '',
        source_line: line,
      },
    };
    this.measures.push(measure);
    this.block.push(measure);
    this.part = 'text';
  }

  private takeContent(trimmed: string, text: string, line: number): void {
    const says = this.measures.at(-1)?.says;
    if (this.part === 'text' && says) says.text = joined(says.text ?? '', text);
    else if (this.part === 'programs' && says?.programs) this.takeProgram(says.programs, text, line);
    else if (this.part === 'kpis') this.takeKpi(trimmed, text, line);
  }

  private takeProgram(programs: string[], text: string, line: number): void {
    const [, name] = /^(?:- )?・ ?(.+)$/.exec(text) ?? [];
    const last = programs.length - 1;
    if (name) programs.push(cleaned(name));
    else if (/^[（(].*[）)]$/.test(text) && last >= 0) programs[last] += text;
    else this.fault(line, `「${text.slice(0, 30)}」は、主な事業として読み取れません`);
  }

  private takeKpi(trimmed: string, text: string, line: number): void {
    const [, name] = /^(?:- )?・ ?(.+)$/.exec(text) ?? [];
    const last = this.blockKpis.length - 1;
    const before = this.blockKpis[last] ?? '';
    if (name) this.blockKpis.push(cleaned(name));
    else if (last < 0) this.fault(line, `「${text.slice(0, 30)}」は、どの KPI にも属していません`);
    else if (trimmed.startsWith('※')) this.blockKpis[last] = `${before} ${text}`;
    else if (/^[:：]/.test(text) || before.endsWith('る')) this.blockKpis[last] = before + text;
    else this.blockKpis[last] = `${before} / ${text.replace(/^- /, '')}`;
  }

  /** The place where a repeated measure stands first. */
  private firstOf(title: string): string | null {
    return this.measures.find(({ says }) => says.title === title)?.id ?? null;
  }

  private closeBlock(): void {
    if (this.block.length > 0) {
      this.blocks += 1;
      const block = `B${String(this.blocks).padStart(2, '0')}`;
      for (const { says } of this.block) says.block = block;
      this.kpis.push(...this.blockKpis.map((text) => ({ block, text })));
    }
    this.block = [];
    this.blockKpis = [];
  }

  private fault(line: number, message: string): void {
    this.faults.push({ line, message });
  }
}

/** A page that ended in the middle of a sentence goes on; otherwise a paragraph begins. */
export const joined = (before: string, text: string): string =>
  before === '' || !/[。」]$/.test(before) ? before + text : `${before}\n${text}`;
