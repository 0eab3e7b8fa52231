import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation, aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { SourceFileReader } from '../../test/file-reader.js';
import { aZip } from '../../test/zip.js';
import { Clock } from '../calendar/clock.js';
import type { SearchResult } from '../contract/search.js';
import { ReadAttachments } from '../karte/file-texts/read-attachments.job.js';

const db = testDatabase();
const api = testApi(db);
let town: ReturnType<typeof api.as>;
let desk: ReturnType<typeof api.as>;
let neighbour: ReturnType<typeof api.as>;
let id: string;

const read = () => new ReadAttachments(db(), new Clock(), new SourceFileReader()).run();
const outcomes = async () =>
  Object.fromEntries(
    (await db().query('SELECT name, outcome FROM attachment_texts')).map((row: { name: string; outcome: string }) => [
      row.name,
      row.outcome,
    ]),
  );

async function attach(name: string, content: Buffer): Promise<void> {
  const file = new FormData();
  file.append('file', new Blob([new Uint8Array(content)]), name);
  const { status } = await town.post(`/consultations/${id}/attachments`, file);
  expect(status).toBe(201);
}

const found = async (reader: typeof town, q: string) => {
  const { body } = await reader.get<SearchResult>(`/search?kind=attachment&q=${encodeURIComponent(q)}`);
  return body.groups.find(({ kind }) => kind === 'attachment');
};

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  const author = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  town = api.as(author);
  desk = api.as(await aPerson(db(), grant('desk')));
  neighbour = api.as(await aPerson(db(), grant('municipality', { municipalityCode: NISHIIZU })));
  id = (await aConsultation(db(), author, { state: 'returned' })).id;
});

beforeEach(() => itIs('2026-11-20T09:00'));

it('is found by its name at once, and by its text as soon as it was read', async () => {
  await attach(
    '避難所.docx',
    aZip({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<w:p><w:t>${'前置き。'.repeat(2000)}備蓄倉庫の点検</w:t></w:p>`,
    }),
  );
  expect(await found(town, '避難所')).toMatchObject({ total: 1 });
  expect(await found(town, '備蓄倉庫')).toMatchObject({ total: 0 });
  await read();
  const group = await found(town, '備蓄倉庫');
  expect(group).toMatchObject({ total: 1, items: [{ consultationId: id }] });
  expect(group?.items[0]?.title.map(({ text }) => text).join('')).toBe('避難所.docx');
  expect(group?.items[0]?.excerpt.filter(({ hit }) => hit)).toEqual([{ text: '備蓄倉庫', hit: true }]);
});

it('whoever may not read the file does not find it', async () => {
  await read();
  expect(await found(neighbour, '備蓄倉庫')).toMatchObject({ total: 0, items: [] });
  // The desk reads the case as it was handed in: nothing that came after it was sent back.
  await db().query(
    `INSERT INTO correction_requests (consultation_id, item, reason, requested_at) VALUES ($1, 'vision', '理由', now() - interval '1 year')`,
    [id],
  );
  expect(await found(desk, '備蓄倉庫')).toMatchObject({ total: 0, items: [] });
  await db().query('DELETE FROM correction_requests');
  expect(await found(desk, '備蓄倉庫')).toMatchObject({ total: 1 });
});

it('a broken file is noted as such and does not come again; one that was left in the middle does', async () => {
  await attach('爆弾.docx', aZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '0'.repeat(40_000_000) }));
  await attach('写真.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  await attach('途中.txt', Buffer.from('途中で止まった'));
  await db().query(`UPDATE attachment_texts SET tries = 1, taken_at = now() WHERE name = '途中.txt'`);
  await read();
  expect(await outcomes()).toMatchObject({ '爆弾.docx': 'unreadable', '写真.png': 'empty', '途中.txt': 'waiting' });
  await db().query(`UPDATE attachment_texts SET taken_at = now() - interval '6 minutes' WHERE name = '途中.txt'`);
  await read();
  expect(await outcomes()).toMatchObject({ '途中.txt': 'read' });
  await db().query(
    `UPDATE attachment_texts SET outcome = 'waiting', read_at = NULL, tries = 3, taken_at = now() - interval '6 minutes' WHERE name = '途中.txt'`,
  );
  await read();
  expect(await outcomes()).toMatchObject({ '途中.txt': 'unreadable' });
});
