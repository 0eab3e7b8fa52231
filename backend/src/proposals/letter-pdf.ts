import type { Content } from 'pdfmake/interfaces.js';
import { formatWareki } from '../contract/calendar.js';
import { pdfmake } from '../replies/pdf-fonts.js';
import type { Letter } from './letter-text.js';

/** 任命の通知 on paper, a page for each. */
export function lettersPdf(letters: readonly Letter[]): Promise<Buffer> {
  const title = letters[0]?.subject ?? '';
  return pdfmake
    .createPdf({
      info: { title, creator: 'Musubi', producer: 'Musubi' },
      language: 'ja',
      pageSize: 'A4',
      pageMargins: [71, 64, 71, 62],
      defaultStyle: { font: 'BIZ', fontSize: 11, lineHeight: 1.6 },
      content: letters.map(pageOf),
    })
    .getBuffer();
}

const pageOf = ({ addressee, sender, issuedOn, subject, paragraphs }: Letter, at: number): Content => ({
  stack: [
    { text: formatWareki(issuedOn), alignment: 'right', margin: [0, 0, 0, 24] },
    { text: addressee },
    { text: sender, alignment: 'right', margin: [0, 24, 0, 0] },
    { text: subject, fontSize: 14, bold: true, alignment: 'center', margin: [0, 36, 0, 28] },
    ...paragraphs.map((text): Content => ({ text, leadingIndent: 11, margin: [0, 0, 0, 6] })),
  ],
  ...(at > 0 ? { pageBreak: 'before' as const } : {}),
});
