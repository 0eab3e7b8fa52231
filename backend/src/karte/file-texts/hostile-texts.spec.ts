import { beforeAll, expect, it } from '@jest/globals';
import { testApi } from '../../../test/api.js';
import { aConsultation, aPerson, grant, KAMISHIHORO } from '../../../test/builders.js';
import { itIs } from '../../../test/clock.js';
import { testDatabase } from '../../../test/database.js';
import { SourceFileReader } from '../../../test/file-reader.js';
import { aZip } from '../../../test/zip.js';
import { Clock } from '../../calendar/clock.js';
import type { ConsultationDetail } from '../../contract/consultations.js';
import type { KarteSheet } from '../../contract/karte.js';
import { ReadAttachments } from './read-attachments.job.js';

const db = testDatabase();
const api = testApi(db);
let author: Awaited<ReturnType<typeof aPerson>>;
let id: string;

const WORD = '<w:p><w:r><w:t>岬の計画</w:t></w:r></w:p>';
const word = (body: string) => aZip({ 'word/document.xml': body });

/** A PDF of so many pages, each with one word; locked with a password that nobody has. */
function aPdf(pages: number, locked = false): Buffer {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 10} 0 R`).join(' ');
  const stream = 'BT /F1 12 Tf 100 700 Td (cape) Tj ET';
  const page =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>';
  const objects = [
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    `2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages} >>\nendobj\n`,
    `3 0 obj\n<< /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\n`,
    '4 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n',
    ...Array.from({ length: pages }, (_, i) => `${i + 10} 0 obj\n${page}\nendobj\n`),
  ];
  const secret = `<${'5a'.repeat(32)}>`;
  const lock = locked
    ? `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4 >>`
    : '';
  return Buffer.from(
    `%PDF-1.4\n${objects.join('')}trailer\n<< /Root 1 0 R /Size ${pages + 10} ${lock} >>\n%%EOF`,
    'latin1',
  );
}

/** As it stands after an upload; also what an upload refuses today, for it may have come earlier. */
const FILES: readonly (readonly [name: string, content: Buffer, reading: string])[] = [
  ['万頁.pdf', aPdf(10_000), 'read'],
  ['鍵付き.pdf', aPdf(1, true), 'unreadable'],
  ['途中まで.pdf', aPdf(1).subarray(0, 60), 'unreadable'],
  ['爆弾.docx', word('あ'.repeat(40 * 1024 * 1024)), 'unreadable'],
  ['爆弾.xlsx', aZip({ 'xl/sharedStrings.xml': `<si><t>${'0'.repeat(60_000_000)}</t></si>` }), 'unreadable'],
  [
    '小分けの爆弾.xlsx',
    aZip(
      Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`xl/worksheets/sheet${i}.xml`, ' '.repeat(20_000_000)])),
    ),
    'unreadable',
  ],
  ['空.txt', Buffer.alloc(0), 'empty'],
  ['空.pdf', Buffer.alloc(0), 'unreadable'],
  ['実は文書.xlsx', word(WORD), 'unreadable'],
  ['実は文書.pdf', word(WORD), 'unreadable'],
  ['実はPDF.docx', aPdf(1), 'unreadable'],
  ['鍵付き.docx', Buffer.from('d0cf11e0a1b11ae1'.padEnd(4096, '0'), 'hex'), 'unreadable'],
  ['写真.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'empty'],
  ['計画.docx', word(WORD), 'read'],
];

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  author = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  id = (await aConsultation(db(), author, { state: 'returned' })).id;
  for (const [name, content] of FILES)
    await db().query(
      `INSERT INTO attachments (consultation_id, name, type, bytes, content, added_by, added_at)
       VALUES ($1, $2, 'application/octet-stream', greatest($3::int, 1), $4, $5, now())`,
      [id, name, content.length, content, author.id],
    );
  await new ReadAttachments(db(), new Clock(), new SourceFileReader()).run();
});

it('each hostile file is told as what it is, and those beside it are read', async () => {
  const rows: { name: string; outcome: string; tries: number }[] = await db().query(
    'SELECT name, outcome, tries FROM attachment_texts ORDER BY name',
  );
  const expected = FILES.map(([name, , outcome]) => ({ name, outcome, tries: 1 }));
  expect(new Set(rows)).toEqual(new Set(expected));
  const [{ text }] = await db().query(`SELECT text FROM attachment_texts WHERE name = '計画.docx'`);
  expect(text).toBe('岬の計画');
});

it('of ten thousand pages the first ones are read', async () => {
  const [{ text }] = await db().query(`SELECT text FROM attachment_texts WHERE name = '万頁.pdf'`);
  expect(text.match(/cape/g)).toHaveLength(500);
});

it('whoever sees the file sees that it could not be read', async () => {
  const reader = api.as(author);
  const sheet = (await reader.get<KarteSheet>(`/consultations/${id}/karte`)).body.attachments;
  const detail = (await reader.get<ConsultationDetail>(`/consultations/${id}`)).body.attachments;
  for (const shown of [sheet, detail])
    expect(new Map(shown.map(({ name, reading }) => [name, reading]))).toEqual(
      new Map(FILES.map(([name, , reading]) => [name, reading])),
    );
});
