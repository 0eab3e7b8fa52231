import { setTimeout as wait } from 'node:timers/promises';
import { expect } from './report.mjs';

/** In a round a mail stands behind hundreds of others. */
const PATIENCE_MS = 300_000;

/** The mail that arrived for an address with this in its subject and its text, waiting for it a while. */
export async function mailFor(base, address, { subject = '', text = '' }) {
  const until = Date.now() + PATIENCE_MS;
  let mails = [];
  while (Date.now() < until) {
    mails = await (await fetch(`${base}/inbox/messages.json?to=${encodeURIComponent(address)}`)).json();
    const found = mails.find((mail) => mail.subject.includes(subject) && mail.text.includes(text));
    if (found) return found;
    await wait(250);
  }
  return expect(
    false,
    `no mail for ${address} with 「${subject}」 and 「${text}」`,
    mails.map((mail) => mail.subject),
  );
}

export const linkIn = (mail, path) => {
  const link = mail.text.match(/https?:\/\/\S+/g)?.find((address) => address.includes(path));
  expect(link, `no link to ${path} in the mail`, mail.text);
  return link;
};
