import { formatWareki, tokyoDay } from '@musubi/backend/contract/calendar';
import { type KarteSheet, PROXY_CHANNEL_LABEL } from '@musubi/backend/contract/karte';
import { itemParts } from './item-text';

/** Beyond this many characters the print is smaller, so that two pages are enough. */
const DENSE = 2600;
const DENSEST = 4600;

/** The sheet on paper: two pages of A4. */
export function PrintSheet({ sheet }: { sheet: KarteSheet }) {
  const items = sheet.form.items.map((item) => ({ ...item, text: onPaper(itemParts(sheet, item)) }));
  const length = items.reduce((sum, { text }) => sum + text.length + 12 * text.split('\n').length, 0);
  const density = length > DENSEST ? 'densest' : length > DENSE ? 'dense' : 'normal';
  return (
    <article className="karte-print" data-density={density} aria-label={sheet.form.name}>
      <header>
        <h2>{sheet.form.name}</h2>
        <p>
          {sheet.municipality.label}
          {sheet.submittedAt ? `　提出日：${formatWareki(tokyoDay(sheet.submittedAt))}` : '　（提出前）'}
          {sheet.proxyChannel && `　窓口が代理で入力（${PROXY_CHANNEL_LABEL[sheet.proxyChannel]}）`}
        </p>
      </header>
      <table>
        <caption className="sr-only">{sheet.form.name}の記入内容</caption>
        <tbody>
          {items.map(({ no, label, text }) => (
            <tr key={no}>
              <th scope="row">{`${no}　${label}`}</th>
              <td>{text === '' ? '－' : text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sheet.additions.length > 0 && (
        <section>
          <h3>追記</h3>
          {sheet.additions.map(({ id, text, author, writtenAt }) => (
            <p key={id}>{`${formatWareki(tokyoDay(writtenAt))}　${author}\n${text}`}</p>
          ))}
        </section>
      )}
    </article>
  );
}

/** Paper has no room for empty lines, nor for a line to each word. */
const onPaper = (parts: ReturnType<typeof itemParts>): string =>
  parts
    .map(({ text, long }, i) => (i === 0 ? '' : long || parts[i - 1]?.long ? '\n' : '　') + text)
    .join('')
    .replace(/\n\s*\n/g, '\n');
