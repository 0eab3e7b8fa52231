// A mail server that hangs up when it likes: before it has taken a mail, or after, without a word.
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

const STEP = [
  [/あと3開庁日/, -3],
  [/期限は、本日です/, 0],
  [/期限を1開庁日過ぎています/, 1],
  [/期限を3開庁日過ぎています/, 3],
];

/** @param world `now()` virtual time, `isOpen(instant)`, and `mood()`: 'well', 'before' or 'after' for each mail */
export async function startMailbox(world) {
  const received = [];
  const taking = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onMailFrom(_address, session, done) {
      session.mood = world.mood();
      if (session.mood === 'before') hangUp(session);
      else done();
    },
    onData(stream, session, done) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const at = world.now();
        const to = session.envelope.rcptTo.map(({ address }) => address)[0];
        taking.push(
          PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
            received.push(...remindersIn(mail, to, at, world.isOpen(at)));
          }),
        );
        if (session.mood === 'after') hangUp(session);
        else done();
      });
    },
  });
  const sockets = new Map();
  const hangUp = ({ remotePort }) => sockets.get(remotePort)?.destroy();
  server.server.on('connection', (socket) => {
    sockets.set(socket.remotePort, socket);
    socket.on('close', () => sockets.delete(socket.remotePort));
  });
  server.on('error', () => {}); // a worker that is killed hangs up, too
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    received: async () => {
      await Promise.all(taking);
      return received;
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}

/** Each reminder a mail tells: { key, messageId, open }. */
function remindersIn({ text, messageId }, to, at, open) {
  let step = null;
  const found = [];
  for (const line of text.split('\n')) {
    const said = STEP.find(([words]) => words.test(line));
    if (said) step = said[1];
    const inquiry = line.match(/\/inquiries\/([0-9a-f-]{36})/)?.[1];
    if (inquiry) found.push({ key: `${inquiry} ${step}`, to, messageId, at, open });
  }
  return found;
}
