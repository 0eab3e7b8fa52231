import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { formatWareki } from '../contract/calendar.js';
import type { Reply } from '../contract/replies.js';
import { type Block, blocksOf, type Fact, numberIn, sectionsOf } from '../contract/reply-text.js';
import { pdfmake } from './pdf-fonts.js';
import { contactFact, waysOf } from './reply-words.js';

/** The reply on paper, in the form of domain.md §8: 文書番号, 日付, 宛先, 発信者, （公印省略）, 件名, 記, 問合せ先. */
export function replyPdf(reply: Reply): Promise<Buffer> {
  return pdfmake.createPdf(documentOf(reply)).getBuffer();
}

function documentOf(reply: Reply): TDocumentDefinitions {
  const draft = reply.state !== 'approved';
  const label = draft ? '（案）' : '';
  return {
    info: { title: `${label}${reply.subject}`, author: reply.sender, creator: 'Musubi', producer: 'Musubi' },
    language: 'ja',
    pageSize: 'A4',
    pageMargins: [71, 64, 71, 62],
    defaultStyle: { font: 'BIZ', fontSize: 10.5, lineHeight: 1.45 },
    ...(draft ? { watermark: { text: '案', font: 'BIZ', opacity: 0.05, angle: 0, fontSize: 320 } } : {}),
    header: draft ? { text: '（案）決裁前のため、送付できません', alignment: 'center', margin: [0, 24, 0, 0] } : [],
    footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: 'center', fontSize: 9, margin: [0, 20, 0, 0] }),
    // A heading goes over to the page of what it is about.
    pageBreakBefore: (node, nodes) =>
      node.headlineLevel !== undefined && nodes.getFollowingNodesOnPage().filter(({ text }) => text).length === 0,
    content: [...head(reply), ...body(reply), ...ending(reply)],
  };
}

function head(reply: Reply): Content[] {
  return [
    { text: reply.documentNumber ?? '（文書番号は決裁後に付きます）', alignment: 'right' },
    {
      text: reply.issuedOn ? formatWareki(reply.issuedOn) : '令和　年　月　日',
      alignment: 'right',
      margin: [0, 0, 0, 14],
    },
    ...reply.addressees.map((addressee): Content => ({ text: addressee, fontSize: 11.5 })),
    { text: reply.sender, alignment: 'right', margin: [0, 14, 0, 0] },
    ...(reply.sealOmitted ? [{ text: '（公印省略）', alignment: 'right' as const }] : []),
    { text: reply.subject, fontSize: 13, bold: true, alignment: 'center', margin: [20, 24, 20, 18] },
    ...paragraphs(reply.greeting),
    { text: '記', alignment: 'center', margin: [0, 14, 0, 12] },
  ];
}

function body(reply: Reply): Content[] {
  return sectionsOf(reply.passages).flatMap((section, i): Content[] => [
    hanging(String(i + 1), words(section.heading), {
      bold: true,
      headlineLevel: 1,
      margin: [0, i === 0 ? 0 : 12, 0, 4],
    }),
    ...section.passages.flatMap(({ title, text }, k): Content[] => [
      ...(title
        ? [
            hanging(
              `（${numberIn(section, k)}）`,
              words(title),
              { bold: true, headlineLevel: 2, margin: [10, 4, 0, 2] },
              30,
            ),
          ]
        : []),
      ...blocksOf(text).map(block),
    ]),
  ]);
}

function ending(reply: Reply): Content[] {
  const sections = sectionsOf(reply.passages).length;
  return [
    ...(reply.contacts.length > 0
      ? [
          hanging(String(sections + 1), '施策等の問合せ先', { bold: true, headlineLevel: 1, margin: [0, 12, 0, 4] }),
          { ...table(reply.contacts.map(contactFact)), margin: [22, 0, 0, 8] as [number, number, number, number] },
        ]
      : []),
    ...paragraphs(reply.closing),
    {
      unbreakable: true,
      stack: [
        { text: '以上', alignment: 'right', margin: [0, 4, 0, 18] },
        ...[
          { text: 'この回答の問合せ先', bold: true },
          reply.deskContact.organisation,
          ...waysOf(reply.deskContact),
          `受付番号：${reply.consultationNumber}`,
        ].map((text): Content => ({ text, margin: [190, 0, 0, 0] })),
      ],
    },
  ];
}

const paragraphs = (text: string): Content[] =>
  text === '' ? [] : [{ text: words(text), margin: [0, 0, 0, 6], leadingIndent: 10.5 }];

const block = (part: Block): Content =>
  part.kind === 'facts'
    ? { ...table(part.facts), margin: [22, 3, 0, 8] }
    : { text: words(part.text), margin: [22, 0, 0, 4] };

/** A number that hangs left of its text. */
const hanging = (number: string, text: Content, style: object, width = 22): Content => ({
  columns: [{ text: number, width }, { text, width: '*' } as Content],
  ...style,
});

const RULE = { hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: () => '#767676', vLineColor: () => '#767676' };

/** Facts as a ruled table; long ones go on over the page. */
const table = (facts: readonly Fact[]) => ({
  table: {
    widths: [92, '*'],
    body: facts.map(({ label, value }): Content[] => [
      { text: words(label), fillColor: '#f2f2f2', fontSize: 9.5 } as Content,
      { text: words(value), fontSize: 9.5 } as Content,
    ]),
  },
  layout: { ...RULE, paddingTop: () => 3, paddingBottom: () => 2 },
});

const ADDRESS = /(https?:\/\/[\x21-\x7e]+|[\x21-\x7e]{40,})/;
const FITS_A_LINE = 60;

/** Text with its addresses as links. What is too long for a line may break anywhere, and then is no link: each letter would be one. */
function words(text: string): Content {
  return text.split(ADDRESS).map((part, i): Content => {
    if (i % 2 === 0) return part;
    if (part.length > FITS_A_LINE) return { text: part, wordBreak: 'break-all' } as Content;
    return /^https?:/.test(part) ? { text: part, link: part, color: '#0017c1' } : part;
  });
}
