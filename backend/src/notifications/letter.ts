import { formatWareki } from '../contract/calendar.js';

/** All a mail says: no case text leaves the controlled area (domain.md §3, Notices). */
export interface Letter {
  subject: string;
  heading: string;
  number: string | null;
  title: string | null;
  dueOn: string | null;
  link: string;
}

const FOOTER = 'このメールは、「新結合」相談窓口のシステムから自動で送信しています。返信はできません。';

function lines({ heading, number, title, dueOn }: Letter): string[] {
  return [
    heading,
    '',
    ...(number ? [`受付番号：${number}`] : []),
    ...(title ? [`件名：${title}`] : []),
    ...(dueOn ? [`期限・見込み日：${formatWareki(dueOn)}`] : []),
  ];
}

export const plainText = (letter: Letter): string =>
  [...lines(letter), '', '内容の確認：', letter.link, '', FOOTER, ''].join('\n');

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

export const simpleHtml = (letter: Letter): string =>
  `<!doctype html><html lang="ja"><meta charset="utf-8"><title>${escaped(letter.subject)}</title><body>` +
  lines(letter)
    .filter(Boolean)
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('') +
  `<p><a href="${escaped(letter.link)}">内容を確認する</a></p><p>${FOOTER}</p></body></html>`;
