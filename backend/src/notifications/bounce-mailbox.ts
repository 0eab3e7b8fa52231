import { Logger } from '@nestjs/common';
import { ImapFlow, type MessageStructureObject } from 'imapflow';

const PATIENCE_MS = 20_000;
/** The report stands before the returned mail; what a server appends beyond this is not needed. */
const ENOUGH_BYTES = 256 * 1024;

const log = new Logger('bounce-mailbox');

/**
 * Gives every unseen delivery report since a day to `read`, and marks as seen those it says it has written down. All
 * other mail stays as it is. A report that cannot be read does not hold up the others.
 * @param address `imaps://user:password@host:port/mailbox`
 * @throws AggregateError of what failed
 */
export async function readReports(
  address: string,
  since: Date,
  read: (source: Uint8Array) => Promise<boolean>,
): Promise<void> {
  const client = clientFor(new URL(address));
  client.on('error', (error: Error) => log.error(error.message));
  try {
    await client.connect();
    await client.mailboxOpen(decodeURIComponent(new URL(address).pathname.slice(1)) || 'INBOX');
    const faults: unknown[] = [];
    for (const uid of await unseenReports(client, since)) {
      const report = await client.fetchOne(String(uid), { source: { maxLength: ENOUGH_BYTES } }, { uid: true });
      const source = report ? report.source : undefined;
      if (!source) continue;
      const written = await read(source).catch((fault) => void faults.push(fault));
      if (written) await client.messageFlagsAdd([uid], ['\\Seen'], { uid: true });
    }
    await client.logout();
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} reports could not be read: ${faults[0]}`);
  } finally {
    client.close();
  }
}

function clientFor({ protocol, hostname, port, username, password }: URL): ImapFlow {
  const secure = protocol === 'imaps:';
  return new ImapFlow({
    host: hostname,
    port: Number(port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
}

/** By their structure, so that other people's mail is never fetched. */
async function unseenReports(client: ImapFlow, since: Date): Promise<number[]> {
  const unseen = (await client.search({ seen: false, since }, { uid: true })) || [];
  if (unseen.length === 0) return [];
  const messages = await client.fetchAll(unseen, { uid: true, bodyStructure: true }, { uid: true });
  return messages.filter(({ bodyStructure }) => bodyStructure && isReport(bodyStructure)).map(({ uid }) => uid);
}

const isReport = ({ type, childNodes = [] }: MessageStructureObject): boolean =>
  /^message\/(global-)?delivery-status$/i.test(type) || childNodes.some(isReport);
