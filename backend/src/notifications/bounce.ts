import PostalMime from 'postal-mime';

/** What a mail server elsewhere reports of a mail it took over (RFC 3464). */
export interface Bounce {
  /** What the report names as the mail's Message-ID. */
  messageIds: string[];
  /** `failed`: nobody tries any more; `delayed`: they still do. */
  action: string;
  /** 5.x.x: refused for good; 4.x.x: tried in vain. */
  status: string;
  /** The last word of that server, for people. */
  answer: string;
}

type Fields = Map<string, string>;

const REPORT = /^message\/(global-)?delivery-status$/;
const RETURNED = /^(message\/(rfc822|global|global-headers)|text\/rfc822-headers)$/;

/** Null when it is no delivery report. Of several recipients the one whose mail failed counts. */
export async function readBounce(source: Uint8Array): Promise<Bounce | null> {
  const mail = await PostalMime.parse(source, { forceRfc822Attachments: true, attachmentEncoding: 'utf8' });
  const textsOf = (kind: RegExp) =>
    mail.attachments.filter(({ mimeType }) => kind.test(mimeType)).map(({ content }) => String(content));
  const groups = textsOf(REPORT).flatMap((text) => text.split(/\r?\n[ \t]*\r?\n/).map(fieldsOf));
  const recipients = groups.filter((group) => group.has('action'));
  const worst = recipients.find((group) => actionOf(group) === 'failed') ?? recipients[0];
  if (!worst) return null;
  const returned = textsOf(RETURNED).map((text) => fieldsOf(text.split(/\r?\n\r?\n/)[0] ?? ''));
  const named = [
    ...groups.flatMap((group) => idsIn(group.get('original-message-id'))),
    ...returned.flatMap((headers) => idsIn(headers.get('message-id'))),
  ];
  return {
    // Some servers return nothing of the mail, and answer it instead.
    messageIds: named.length > 0 ? named : idsIn(mail.inReplyTo),
    action: actionOf(worst),
    status: worst.get('status')?.match(/\b[245]\.\d+\.\d+\b/)?.[0] ?? '',
    answer: answerOf(worst),
  };
}

/** Header fields of a block, folded lines joined. */
function fieldsOf(block: string): Fields {
  const lines = block
    .trim()
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
      return name ? [[name.toLowerCase(), (value ?? '').trim()] as const] : [];
    }),
  );
}

const actionOf = (fields: Fields): string => (fields.get('action') ?? '').split(/[\s(;]/)[0]?.toLowerCase() ?? '';

const idsIn = (value: string | undefined): string[] => value?.match(/<[^<>\s]+>/g) ?? [];

const answerOf = (fields: Fields): string =>
  ['action', 'status', 'final-recipient', 'diagnostic-code', 'will-retry-until']
    .flatMap((name) => fields.get(name) || [])
    .join(' / ');
