import { formatWareki } from '../contract/calendar.js';

/** One thing a mail tells. No case text leaves the controlled area (domain.md §3, Notices). */
export interface Told {
  heading: string;
  number: string | null;
  title: string | null;
  dueOn: string | null;
  link: string;
}

/** What a mail says: one thing, or what came together under headings. */
export interface Letter {
  subject: string;
  parts: { title: string | null; told: Told[] }[];
}

const FOOTER = 'このメールは、「新結合」相談窓口のシステムから自動で送信しています。返信はできません。';

function lines({ heading, number, title, dueOn }: Told): string[] {
  return [
    heading,
    ...(number ? [`受付番号：${number}`] : []),
    ...(title ? [`件名：${title}`] : []),
    ...(dueOn ? [`期限・見込み日：${formatWareki(dueOn)}`] : []),
  ];
}

export function plainText({ parts }: Letter): string {
  const body = parts.flatMap(({ title, told }) => [
    ...(title ? [`■ ${title}（${told.length}件）`, ''] : []),
    ...told.flatMap((one) => [...lines(one), `内容の確認：${one.link}`, '']),
  ]);
  return [...body, FOOTER, ''].join('\n');
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

const toldHtml = (one: Told) =>
  `<p>${lines(one).map(escaped).join('<br>')}<br><a href="${escaped(one.link)}">内容を確認する</a></p>`;

export function simpleHtml({ subject, parts }: Letter): string {
  const body = parts.map(
    ({ title, told }) => (title ? `<h2>${escaped(title)}（${told.length}件）</h2>` : '') + told.map(toldHtml).join(''),
  );
  return (
    `<!doctype html><html lang="ja"><meta charset="utf-8"><title>${escaped(subject)}</title><body>` +
    `${body.join('')}<p>${FOOTER}</p></body></html>`
  );
}
