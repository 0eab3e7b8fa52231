import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation, aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { testDatabase } from '../../test/database.js';
import { aZip } from '../../test/zip.js';
import type { KarteSheet } from '../contract/karte.js';
import { SESSION_COOKIE } from '../identity/session.guard.js';
import { Sessions } from '../identity/sessions.js';

const db = testDatabase();
const api = testApi(db);
const HTML = '<!doctype html><script>alert(document.cookie)</script>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
const PDF = '%PDF-1.7 地図';
let author: ReturnType<typeof api.as>;
let cookie: string;
let id: string;

beforeAll(async () => {
  const person = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  author = api.as(person);
  cookie = `${SESSION_COOKIE}=${await api.app().get(Sessions).open(person.id, 'jest')}`;
  id = (await aConsultation(db(), person)).id;
});

/** The request as a hostile program writes it, byte for byte. */
async function send(body: string | Buffer, type = 'multipart/form-data; boundary=x') {
  const answer = await api.app().inject({
    method: 'POST',
    url: `/api/consultations/${id}/attachments`,
    headers: { 'content-type': type, cookie },
    payload: body,
  });
  return { status: answer.statusCode, body: answer.json() };
}

const part = (name: string, content: string | Buffer) =>
  Buffer.concat([
    Buffer.from(`--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n`),
    Buffer.from('content-type: text/html\r\n\r\n'),
    Buffer.from(content),
    Buffer.from('\r\n--x--\r\n'),
  ]);

const kept = async () => {
  const { attachments } = (await author.get<KarteSheet>(`/consultations/${id}/karte`)).body;
  return attachments.map(({ name }) => name);
};

test.each<[string, string | Buffer]>([
  ['頁.html', HTML],
  ['絵.svg', SVG],
  ['実行.exe', 'MZ\x90\0'],
  ['計画.pdf.exe', PDF],
  ['計画.pdf\u202eexe.', PDF],
  ['実行を改名.pdf', 'MZ\x90\0This program cannot be run in DOS mode'],
  ['実行とPDFの合成.pdf', `MZ\x90\0${PDF}`],
  ['頁とPDFの合成.pdf', `${HTML}${PDF}`],
  ['頁を改名.png', HTML],
  ['絵を改名.jpg', SVG],
  ['頁を改名.xlsx', HTML],
  ['空.csv', ''],
  ['..', PDF],
  ['', PDF],
])('“%s” is refused, in words, and nothing is kept', async (name, content) => {
  const before = await kept();
  const { status, body } = await send(part(name, content));
  expect([status, body.fields?.file]).toEqual([422, expect.stringMatching(/[ぁ-ん]。$/)]);
  expect(await kept()).toEqual(before);
});

test.each<[string, string, string | Buffer, string]>([
  ['a page called text', 'メモ.txt', HTML, 'text/plain'],
  ['a table of formulas', '表.csv', '=HYPERLINK("http://evil.example")', 'text/csv'],
  [
    'a workbook that swells to a hundred times its size',
    '表.xlsx',
    aZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': ' '.repeat(20_000_000) }),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
])('%s is given back only as a download that nothing runs', async (_, name, content, type) => {
  const { status, body } = await send(part(name, content));
  expect(status).toBe(201);
  const { headers, bytes } = await author.get(`/attachments/${body.id}`);
  expect(bytes).toEqual(Buffer.from(content));
  expect(headers).toMatchObject({
    'content-type': expect.stringContaining(type),
    'content-disposition': expect.stringMatching(/^attachment; /),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
});

describe('a name', () => {
  test.each([
    ['../../etc/計画.pdf', '計画.pdf'],
    ['C:\\Users\\花子\\計画.pdf', '計画.pdf'],
    ['計\u202e画\u0007.pdf', '計画.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', '<img src=x onerror=alert(1)>.pdf'],
    [`${'長'.repeat(300)}.pdf`, `${'長'.repeat(150)}.pdf`],
    ['ハ\u309aワー.pdf', 'パワー.pdf'],
    ["'; DROP TABLE attachments; --.pdf", "'; DROP TABLE attachments; --.pdf"],
  ])('“%s” is kept as “%s”, and travels in ASCII', async (given, name) => {
    const { status, body } = await send(part(given, PDF));
    expect(status).toBe(201);
    expect(await kept()).toContain(name);
    const { headers } = await author.get(`/attachments/${body.id}`);
    const encoded = /^attachment; filename\*=UTF-8''([\w.!~%-]+)$/.exec(String(headers['content-disposition']))?.[1];
    expect(decodeURIComponent(encoded ?? '')).toBe(name);
  });
});

describe('a broken upload', () => {
  const whole = part('計画.pdf', PDF);
  const form = 'multipart/form-data; boundary=x';
  it.each<[string, string | Buffer, string]>([
    ['without a boundary', whole, 'multipart/form-data'],
    ['with another boundary', whole, 'multipart/form-data; boundary=y'],
    ['that ends in the middle', whole.subarray(0, 120), form],
    ['that ends in its head', '--x\r\ncontent-dispo', form],
    ['of nothing', '', form],
    [
      'of a field instead of a file',
      '--x\r\ncontent-disposition: form-data; name="file"\r\n\r\nabc\r\n--x--\r\n',
      form,
    ],
    ['with an endless head', `--x\r\n${'x-long: y\r\n'.repeat(20_000)}\r\n\r\nabc\r\n--x--\r\n`, form],
  ])('%s is refused', async (_, body, type) => {
    const before = await kept();
    const { status, body: problem } = await send(body, type);
    expect([status, problem.fields?.file]).toEqual([422, expect.stringMatching(/ください。$/)]);
    expect(await kept()).toEqual(before);
  });
});
