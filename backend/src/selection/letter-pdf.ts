import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { formatWareki, tokyoDay } from '../contract/calendar.js';
import type { OutcomeLetter } from '../contract/selection.js';
import { pdfmake } from '../replies/pdf-fonts.js';

/** 通知文 on paper, with the font and the form of the replies. */
export const letterPdf = (letter: OutcomeLetter): Promise<Buffer> => pdfmake.createPdf(documentOf(letter)).getBuffer();

const documentOf = (letter: OutcomeLetter): TDocumentDefinitions => ({
  info: { title: letter.subject, author: letter.sender, creator: 'Musubi', producer: 'Musubi' },
  language: 'ja',
  pageSize: 'A4',
  pageMargins: [71, 64, 71, 62],
  defaultStyle: { font: 'BIZ', fontSize: 10.5, lineHeight: 1.45 },
  content: [
    { text: `受付番号：${letter.number}`, alignment: 'right' },
    { text: formatWareki(tokyoDay(letter.issuedAt)), alignment: 'right', margin: [0, 0, 0, 14] },
    { text: letter.addressee, fontSize: 11.5 },
    { text: letter.sender, alignment: 'right', margin: [0, 14, 0, 0] },
    { text: '（公印省略）', alignment: 'right' },
    { text: letter.subject, fontSize: 13, bold: true, alignment: 'center', margin: [20, 24, 20, 18] },
    ...letter.paragraphs.map((text): Content => ({ text, margin: [0, 0, 0, 6], leadingIndent: 10.5 })),
    { text: '以上', alignment: 'right', margin: [0, 14, 0, 0] },
  ],
});
