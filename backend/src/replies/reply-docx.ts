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
import { formatWareki } from '../contract/calendar.js';
import type { Reply } from '../contract/replies.js';
import { type Block, blocksOf, type Fact, numberIn, sectionsOf } from '../contract/reply-text.js';
import { contactFact, waysOf } from './reply-words.js';

const FONT = 'BIZ UDPゴシック';
/** Twentieths of a point. */
const INDENT = 440;
const LABEL_WIDTH = 2000;
const VALUE_WIDTH = 6600;

/** The reply as a Word file, in the order of the letter (`reply-pdf.ts`). The PDF stays the document that was issued. */
export function replyDocx(reply: Reply): Promise<Buffer> {
  const draft = reply.state !== 'approved';
  return Packer.toBuffer(
    new Document({
      title: `${draft ? '（案）' : ''}${reply.subject}`,
      creator: reply.sender,
      styles: { default: { document: { run: { font: FONT, size: 21 }, paragraph: { spacing: { line: 340 } } } } },
      sections: [
        {
          headers: draft
            ? {
                default: new Header({
                  children: [said('（案）決裁前のため、送付できません', { alignment: 'center' })],
                }),
              }
            : {},
          footers: { default: new Footer({ children: [pageNumber()] }) },
          children: [...head(reply), ...body(reply), ...ending(reply)],
        },
      ],
    }),
  );
}

const head = (reply: Reply): Paragraph[] => [
  said(reply.documentNumber ?? '（文書番号は決裁後に付きます）', { alignment: AlignmentType.RIGHT }),
  said(reply.issuedOn ? formatWareki(reply.issuedOn) : '令和　年　月　日', { alignment: AlignmentType.RIGHT }),
  ...reply.addressees.map((addressee) => said(addressee)),
  said(reply.sender, { alignment: AlignmentType.RIGHT }),
  ...(reply.sealOmitted ? [said('（公印省略）', { alignment: AlignmentType.RIGHT })] : []),
  said(
    reply.subject,
    { alignment: AlignmentType.CENTER, spacing: { before: 360, after: 300 } },
    { bold: true, size: 26 },
  ),
  ...paragraphs(reply.greeting),
  said('記', { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 240 } }),
];

const body = (reply: Reply): (Paragraph | Table)[] =>
  sectionsOf(reply.passages).flatMap((section, i) => [
    numbered(`${i + 1}　${section.heading}`),
    ...section.passages.flatMap(({ title, text }, k) => [
      ...(title
        ? [
            said(
              `（${numberIn(section, k)}）${title}`,
              { keepNext: true, indent: { left: INDENT / 2 } },
              { bold: true },
            ),
          ]
        : []),
      ...blocksOf(text).flatMap(block),
    ]),
  ]);

function ending(reply: Reply): (Paragraph | Table)[] {
  const sections = sectionsOf(reply.passages).length;
  const desk = [
    'この回答の問合せ先',
    reply.deskContact.organisation,
    ...waysOf(reply.deskContact),
    `受付番号：${reply.consultationNumber}`,
  ];
  return [
    ...(reply.contacts.length > 0
      ? [numbered(`${sections + 1}　施策等の問合せ先`), ...facts(reply.contacts.map(contactFact))]
      : []),
    ...paragraphs(reply.closing),
    said('以上', { alignment: AlignmentType.RIGHT, spacing: { after: 300 } }),
    ...desk.map((text) => said(text, { keepLines: true, indent: { left: 4400 } })),
  ];
}

const numbered = (text: string): Paragraph =>
  said(text, { keepNext: true, spacing: { before: 240, after: 80 } }, { bold: true });

const paragraphs = (text: string): Paragraph[] => (text === '' ? [] : [said(text, { indent: { firstLine: 210 } })]);

const block = (part: Block): (Paragraph | Table)[] =>
  part.kind === 'facts' ? facts(part.facts) : [said(part.text, { indent: { left: INDENT } })];

/** A table; Word joins tables that touch, so a line stands between. */
const facts = (entries: readonly Fact[]): (Paragraph | Table)[] => [
  new Table({
    columnWidths: [LABEL_WIDTH, VALUE_WIDTH],
    width: { size: LABEL_WIDTH + VALUE_WIDTH, type: WidthType.DXA },
    indent: { size: INDENT, type: WidthType.DXA },
    rows: entries.map(
      ({ label, value }) =>
        new TableRow({
          children: [cell(label, LABEL_WIDTH, { type: ShadingType.CLEAR, fill: 'F2F2F2' }), cell(value, VALUE_WIDTH)],
        }),
    ),
  }),
  said(''),
];

const cell = (text: string, width: number, shading?: { type: typeof ShadingType.CLEAR; fill: string }): TableCell =>
  new TableCell({
    children: [said(text)],
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    shading,
  });

/** Lines of one paragraph are broken, not begun anew. */
const said = (text: string, options: IParagraphOptions = {}, run: object = {}): Paragraph =>
  new Paragraph({
    ...options,
    children: text.split('\n').map((line, i) => new TextRun({ ...run, text: line, break: i === 0 ? 0 : 1 })),
  });

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
