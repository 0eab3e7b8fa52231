import type { Content } from 'pdfmake/interfaces.js';
import { pdfmake } from '../replies/pdf-fonts.js';
import type { Block, Paper } from './paper.js';

const RULE = { hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: () => '#767676', vLineColor: () => '#767676' };
const TABLE = { ...RULE, paddingTop: () => 3, paddingBottom: () => 2 };
/** Of the text between the margins of A4, in points. */
const WIDTH = 460;

export function paperPdf({ title, subtitle, note, facts, parts }: Paper): Promise<Buffer> {
  return pdfmake
    .createPdf({
      info: { title, creator: 'Musubi', producer: 'Musubi' },
      language: 'ja',
      pageSize: 'A4',
      pageMargins: [62, 60, 62, 58],
      defaultStyle: { font: 'BIZ', fontSize: 10, lineHeight: 1.4 },
      header: note ? { text: note, alignment: 'center', margin: [0, 24, 0, 0] } : [],
      footer: (page, pages) => ({
        text: `${page} / ${pages}`,
        alignment: 'center',
        fontSize: 9,
        margin: [0, 20, 0, 0],
      }),
      pageBreakBefore: (node, nodes) =>
        node.headlineLevel !== undefined && nodes.getFollowingNodesOnPage().filter(({ text }) => text).length === 0,
      content: [
        { text: title, fontSize: 15, bold: true, alignment: 'center' },
        { text: subtitle, alignment: 'center', margin: [0, 4, 0, 16] },
        factTable(facts),
        ...parts.flatMap(({ heading, blocks }, at): Content[] => [
          { text: `${at + 1}　${heading}`, bold: true, fontSize: 11.5, headlineLevel: 1, margin: [0, 14, 0, 4] },
          ...blocks.map(drawn),
        ]),
      ],
    })
    .getBuffer();
}

const factTable = (facts: Paper['facts']): Content => ({
  table: {
    widths: [110, '*'],
    body: facts.map(({ label, value }): Content[] => [{ text: label, fillColor: '#f2f2f2' }, { text: value }]),
  },
  layout: TABLE,
});

function drawn(block: Block): Content {
  if (block.kind === 'text') return { text: block.text, margin: [10, 0, 0, 6] };
  if (block.kind === 'list') return { ul: [...block.items], margin: [10, 0, 0, 6] };
  const all = block.widths.reduce((sum, width) => sum + width, 0);
  return {
    margin: [0, 2, 0, 8],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      // What the cells' padding and lines take is no room for words.
      widths: block.widths.map((width) => (WIDTH * width) / all - 9),
      body: [
        block.head.map((words): Content => ({ text: words, bold: true, fillColor: '#f2f2f2', fontSize: 8.5 })),
        ...block.rows.map((row) => row.map((words): Content => ({ text: words, fontSize: 8.5 }))),
      ],
    },
    layout: TABLE,
  };
}
