import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Paper } from './paper.js';

const FONT = 'BIZ UDPゴシック';
/** Between the margins of A4, in twentieths of a point. */
const WIDTH = 9000;
const GREY = { type: ShadingType.CLEAR, fill: 'F2F2F2' } as const;

/** The same as a Word file, to work on with. */
export function paperDocx({ title, subtitle, note, facts, parts }: Paper): Promise<Buffer> {
  const centre = { alignment: AlignmentType.CENTER };
  return Packer.toBuffer(
    new Document({
      title,
      creator: 'Musubi',
      styles: { default: { document: { run: { font: FONT, size: 20 }, paragraph: { spacing: { line: 320 } } } } },
      sections: [
        {
          headers: note ? { default: new Header({ children: [said(note, centre)] }) } : {},
          footers: { default: new Footer({ children: [pageNumber()] }) },
          children: [
            said(title, centre, { bold: true, size: 30 }),
            said(subtitle, { ...centre, spacing: { after: 240 } }),
            ...table({
              rows: facts.map(({ label, value }) => [label, value]),
              widths: [1, 4],
            }),
            ...parts.flatMap(({ heading, blocks }, at) => [
              said(
                `${at + 1}　${heading}`,
                { keepNext: true, spacing: { before: 240, after: 80 } },
                { bold: true, size: 23 },
              ),
              ...blocks.flatMap(drawn),
            ]),
          ],
        },
      ],
    }),
  );
}

function drawn(block: Block): (Paragraph | Table)[] {
  if (block.kind === 'text') return [said(block.text, { indent: { left: 200 } })];
  if (block.kind === 'list') return block.items.map((item) => said(item, { bullet: { level: 0 } }));
  return table(block);
}

interface Rows {
  head?: readonly string[];
  rows: readonly (readonly string[])[];
  widths: readonly number[];
}

/** Word joins tables that touch, so a line stands after each. */
function table({ head, rows, widths }: Rows): (Paragraph | Table)[] {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const wide = widths.map((width) => Math.round((WIDTH * width) / all));
  const cell = (words: string, at: number, grey: boolean) =>
    new TableCell({
      children: [said(words)],
      width: { size: wide[at] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(grey && { shading: GREY }),
    });
  return [
    new Table({
      columnWidths: wide,
      width: { size: WIDTH, type: WidthType.DXA },
      rows: [
        ...(head
          ? [new TableRow({ tableHeader: true, children: head.map((words, at) => cell(words, at, true)) })]
          : []),
        ...rows.map(
          (row) =>
            new TableRow({ cantSplit: true, children: row.map((words, at) => cell(words, at, !head && at === 0)) }),
        ),
      ],
    }),
    said(''),
  ];
}

/** Lines of one paragraph are broken, not begun anew. */
const said = (words: string, options: IParagraphOptions = {}, run: object = {}): Paragraph =>
  new Paragraph({
    ...options,
    children: words.split('\n').map((line, at) => new TextRun({ ...run, text: line, break: at === 0 ? 0 : 1 })),
  });

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
