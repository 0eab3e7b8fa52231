import { SMTPServer } from 'smtp-server';

/** Something a test waits for, that happens once. */
function aSignal(): { happened: Promise<void>; happens: () => void } {
  let happens = () => {};
  const happened = new Promise<void>((done) => {
    happens = done;
  });
  return { happened, happens };
}

/** Took: the server has the mail. Stalled: it got the mail, and never answers. */
export interface StubbornPost {
  url: string;
  /** Message-ID and recipient of each mail that was sent to the end, whether or not we answered. */
  seen: { id: string; to: string }[];
  /** The next mail gets no answer; resolves when it came. */
  stallOnce(): Promise<void>;
  stop(): Promise<void>;
}

/** A mail server that a test can make silent at the worst moment. */
export async function aStubbornPost(): Promise<StubbornPost> {
  const seen: StubbornPost['seen'] = [];
  let stall: (() => void) | undefined;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onData(stream, session, done) {
      let mail = '';
      stream.on('data', (chunk) => {
        mail += chunk;
      });
      stream.on('end', () => {
        const id = /^message-id: (.*)$/im.exec(mail)?.[1] ?? '';
        seen.push({ id, to: session.envelope.rcptTo.map(({ address }) => address).join() });
        if (!stall) return done();
        stall();
        stall = undefined;
      });
    },
  });
  server.on('error', (error) => {
    if (!/ECONNRESET|EPIPE/.test(error.message)) throw error;
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    seen,
    stallOnce() {
      const { happened, happens } = aSignal();
      stall = happens;
      return happened;
    },
    stop: () => new Promise<void>((closed) => server.close(closed)),
  };
}
