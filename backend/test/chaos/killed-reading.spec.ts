import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { aConsultation, aPerson, grant, KAMISHIHORO } from '../builders.js';
import { databaseUrl, testDatabase } from '../database.js';
import { aZip } from '../zip.js';

const LOADER = fileURLToPath(new URL('./from-source.mjs', import.meta.url));
const READING = fileURLToPath(new URL('./reading-process.ts', import.meta.url));
const LONG = 240_000;
const db = testDatabase();

/** A PDF whose pages draw for long before they say a word. */
function aSlowPdf(pages: number): Buffer {
  const stream = `${'0 0 m 9 9 l S\n'.repeat(20_000)}BT /F1 12 Tf 100 700 Td (cape) Tj ET`;
  const page =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>';
  const numbers = Array.from({ length: pages }, (_, i) => i + 10);
  const objects: [number, string][] = [
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Kids [${numbers.map((n) => `${n} 0 R`).join(' ')}] /Count ${pages} >>`],
    [3, `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`],
    [4, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
    ...numbers.map((n): [number, string] => [n, page]),
  ];
  const body = objects.map(([n, object]) => `${n} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Size ${pages + 10} >>\n%%EOF`, 'latin1');
}

function start() {
  const child = spawn(process.execPath, ['--no-warnings', '--import', LOADER, READING], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl(db()) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { child, ended: once(child, 'exit') };
}

interface Row {
  name: string;
  outcome: string;
  tries: number;
  text: string;
  taken: boolean;
}
const rows = (): Promise<Row[]> =>
  db().query('SELECT name, outcome, tries, text, taken_at IS NOT NULL AS taken FROM attachment_texts ORDER BY name');

it(
  'a process killed in the midst of reading a file leaves it as it was; the others are read at once, and it after a while',
  async () => {
    const author = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
    const { id } = await aConsultation(db(), author, { state: 'returned' });
    const attach = (name: string, content: Buffer) =>
      db().query(
        `INSERT INTO attachments (consultation_id, name, type, bytes, content, added_by, added_at)
         VALUES ($1, $2, 'application/octet-stream', $3, $4, $5, now())`,
        [id, name, content.length, content, author.id],
      );
    await attach('資料1.pdf', aSlowPdf(60));
    const killed = start();
    while (!(await rows())[0]?.taken) await wait(20);
    killed.child.kill('SIGKILL');
    await killed.ended;
    await attach('資料2.docx', aZip({ 'word/document.xml': '<w:p><w:r><w:t>岬の計画</w:t></w:r></w:p>' }));
    expect(await rows()).toMatchObject([
      { outcome: 'waiting', tries: 1, text: '' },
      { outcome: 'waiting', tries: 0 },
    ]);

    expect((await start().ended)[0]).toBe(0);
    expect(await rows()).toMatchObject([
      { outcome: 'waiting', tries: 1, text: '' },
      { outcome: 'read', tries: 1, text: '岬の計画' },
    ]);

    await db().query(
      `UPDATE attachment_texts SET taken_at = taken_at - interval '5 minutes' WHERE outcome = 'waiting'`,
    );
    expect((await start().ended)[0]).toBe(0);
    const [map] = await rows();
    expect(map).toMatchObject({ outcome: 'read', tries: 2 });
    expect(map?.text.match(/cape/g)).toHaveLength(60);
  },
  LONG,
);
