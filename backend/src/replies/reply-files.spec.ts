import { expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import type { Reply } from '../contract/replies.js';
import { unpacked, zipEntries } from '../platform/zip.js';
import { replyDocx } from './reply-docx.js';
import { replySheet } from './reply-sheet.js';

const ID = 'b7b3a6de-4c63-4b43-9a1e-2f1d7b0f6a10';
const passage = (heading: string, title: string, text: string) => ({
  ...{ id: ID, heading, title, text },
  ...{ answerIds: [], questionRowIds: [] },
});
const reply: Reply = {
  ...{ id: ID, no: 1, state: 'approved', version: 3, consultationNumber: '新結合-R8-0001' },
  ...{ documentNumber: '新結合第12号', issuedOn: '2026-11-20', addressees: ['北海道上士幌町 御中'] },
  ...{
    sender: '新結合相談窓口',
    sealOmitted: true,
    subject: '相談について（回答）',
    greeting: '下記のとおり回答します。',
  },
  passages: [
    passage(
      '髙い山の町で使える制度',
      '㈱の設立（国土交通省）',
      '使えます。\n補助率・上限：2分の1以内\n要件：=葛飾区 & <町>',
    ),
    passage('髙い山の町で使える制度', '①型の補助', '公募は5月です。'),
    passage('人材', '', '該当なし'),
  ],
  contacts: [{ organisation: '国土交通省　総合政策局', tel: '00-0000-0001', email: 'kotsu@mlit.example' }],
  closing: '以上の内容は回答の日の時点のものです。',
  deskContact: { organisation: '新結合相談窓口', tel: '', email: 'desk@musubi.example' },
};

async function docxParts(change: Partial<Reply> = {}): Promise<(name: RegExp) => string> {
  const file = await replyDocx({ ...reply, ...change });
  return (name) =>
    zipEntries(file)
      .filter((entry) => name.test(entry.name))
      .map((entry) => String(unpacked(file, entry, 1_000_000)))
      .join('')
      .replace(/<[^>]*>/g, '');
}

it('the Word file says what the letter says, in its order', async () => {
  const text = (await docxParts())(/document\.xml$/);
  const parts = [
    ...['新結合第12号', '令和8年11月20日', '北海道上士幌町 御中', '（公印省略）', '相談について（回答）', '記'],
    ...['1　髙い山の町で使える制度', '（1）㈱の設立（国土交通省）', '使えます。', '補助率・上限', '2分の1以内'],
    ...[
      '=葛飾区 &amp; &lt;町&gt;',
      '（2）①型の補助',
      '2　人材',
      '該当なし',
      '3　施策等の問合せ先',
      '電話：00-0000-0001',
    ],
    ...['以上の内容は', '以上', 'この回答の問合せ先', '受付番号：新結合-R8-0001'],
  ];
  let at = -1;
  for (const part of parts) {
    at = text.indexOf(part, at + 1);
    expect([part, at >= 0]).toEqual([part, true]);
  }
});

it('a draft says on every page that it is one', async () => {
  const issued = await docxParts();
  const draft = await docxParts({ state: 'drafting', documentNumber: null, issuedOn: null });
  expect(issued(/header/)).not.toContain('決裁前');
  expect(draft(/header/)).toContain('（案）決裁前のため、送付できません');
});

it('the Excel file has one datum in a cell', async () => {
  const { sheets } = await readXlsx(await replySheet(reply));
  expect(sheets[0]?.rows).toEqual([
    ['質問番号', '質問', '項番', '施策等', '項目', '内容'],
    [1, '髙い山の町で使える制度', 1, '㈱の設立（国土交通省）', '本文', '使えます。'],
    [1, '髙い山の町で使える制度', 1, '㈱の設立（国土交通省）', '補助率・上限', '2分の1以内'],
    [1, '髙い山の町で使える制度', 1, '㈱の設立（国土交通省）', '要件', '=葛飾区 & <町>'],
    [1, '髙い山の町で使える制度', 2, '①型の補助', '本文', '公募は5月です。'],
    [2, '人材', expect.anything(), expect.anything(), '本文', '該当なし'],
  ]);
  expect(sheets[1]?.rows[1]).toEqual(['国土交通省　総合政策局', '00-0000-0001', 'kotsu@mlit.example']);
  expect(sheets[2]?.rows.find(([item]) => item === '回答日')).toEqual(['回答日', '2026-11-20']);
});
