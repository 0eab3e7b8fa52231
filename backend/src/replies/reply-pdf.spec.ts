import { expect, it } from '@jest/globals';
import { PDFParse } from 'pdf-parse';
import type { Reply } from '../contract/replies.js';
import { replyPdf } from './reply-pdf.js';

const passage = (text: string, heading = '髙い山の町で使える制度を知りたい。') => ({
  id: 'b7b3a6de-4c63-4b43-9a1e-2f1d7b0f6a10',
  heading,
  title: '㈱の設立と①型の補助（国土交通省）',
  text,
  answerIds: [],
  questionRowIds: [],
});
const URL = `https://www.mlit.example/${'hojo/'.repeat(40)}index.html?id=1`;
const reply: Reply = {
  id: 'b7b3a6de-4c63-4b43-9a1e-2f1d7b0f6a11',
  no: 1,
  state: 'approved',
  version: 3,
  consultationNumber: '新結合-R8-0001',
  documentNumber: '新結合第12号',
  issuedOn: '2026-11-20',
  addressees: ['北海道上士幌町 御中', '北海道士幌町 御中'],
  sender: '新結合相談窓口',
  sealOmitted: true,
  subject: '「自動運転バスと畜産の新結合」に関する相談について（回答）',
  greeting: '下記のとおり回答します。',
  passages: [passage(`使えます。\n要件・留意点：葛飾区・辻󠄀町の①と㈱\nURL：${URL}`)],
  contacts: [{ organisation: '国土交通省　総合政策局', tel: '00-0000-0001', email: 'kotsu@mlit.example' }],
  closing: '以上の内容は回答の日の時点のものです。',
  deskContact: { organisation: '新結合相談窓口', tel: '', email: 'desk@musubi.example' },
};

async function read(change: Partial<Reply> = {}) {
  const parser = new PDFParse({ data: new Uint8Array(await replyPdf({ ...reply, ...change })) });
  const { text, total } = await parser.getText();
  await parser.destroy();
  return { text, pages: total, line: text.replace(/\s/g, '') };
}

it('has the form of an official letter, as text that can be searched', async () => {
  const { line } = await read();
  const parts = [
    '新結合第12号',
    '令和8年11月20日',
    '北海道上士幌町御中',
    '北海道士幌町御中',
    '（公印省略）',
    '「自動運転バスと畜産の新結合」に関する相談について（回答）',
    '記',
    '1髙い山の町で使える制度を知りたい。',
    '（1）㈱の設立と①型の補助（国土交通省）',
    URL,
    '国土交通省総合政策局',
    'desk@musubi.example',
    '新結合-R8-0001',
    '1/1',
  ];
  for (const part of parts) expect(line).toContain(part);
  const places = parts.slice(0, 9).map((part) => line.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(line).not.toContain('案');
});

it('says on every page of a draft that it is one', async () => {
  const long = Array.from({ length: 12 }, (_, i) => passage('協議会の設置が必要です。'.repeat(40), `質問${i + 1}`));
  const { text, pages } = await read({ state: 'approving', documentNumber: null, issuedOn: null, passages: long });
  expect(pages).toBeGreaterThan(2);
  expect(text.match(/（案）決裁前のため/g)).toHaveLength(pages);
});

it('leaves the seal line out where the letter bears a seal', async () => {
  expect((await read({ sealOmitted: false })).line).not.toContain('公印省略');
});
