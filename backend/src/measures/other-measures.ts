import { joined } from './main-measures.js';
import type { PrintedLine } from './printed-text.js';
import type { Fault, ReadMeasure } from './reading.js';

/** Section 6: under each outcome measures (1), (2) … with their text and nothing else. */
export class OtherMeasures {
  readonly measures: ReadMeasure[] = [];
  readonly faults: Fault[] = [];
  private impact = '';
  private outcome = '';
  private lastNumber = 0;

  take({ text, no: line }: PrintedLine): void {
    const [, impact] = /^([1-3])\. (?:強い経済|豊かな生活環境|選ばれる地方)$/.exec(text) ?? [];
    if (impact) {
      this.impact = impact;
      return;
    }
    const [, outcome] = /^([A-E])\. .{1,36}$/.exec(text) ?? [];
    if (outcome) {
      this.outcome = outcome;
      this.lastNumber = 0;
      return;
    }
    const [, no, title] = /^(?:- )?[（(]([0-9０-９]{1,2})[）)] ?(.+)$/.exec(text) ?? [];
    if (no && title) {
      this.begin(Number(no.normalize('NFKC')), title, line);
      return;
    }
    const measure = this.lastNumber > 0 ? this.measures.at(-1) : undefined;
    if (measure) measure.says.text = joined(measure.says.text ?? '', text);
    else this.fault(line, `「${text.slice(0, 30)}」は、どの施策にも属していません`);
  }

  private begin(number: number, title: string, line: number): void {
    const expected = this.lastNumber + 1;
    if (number !== expected) this.fault(line, `番号(${number})の前に(${expected})がありません（番号が続いていません）`);
    this.lastNumber = number;
    this.measures.push({
      id: `M25-6${this.outcome}-${String(number).padStart(3, '0')}`,
      line,
      says: {
        edition: 'R7',
        ref: `第6節${this.impact}.${this.outcome}.(${number})`,
        number: `(${number})`,
        title,
        node_code: this.outcome,
        place: [],
        programs: [],
        text: '',
        source_line: line,
      },
    });
  }

  private fault(line: number, message: string): void {
    this.faults.push({ line, message });
  }
}
