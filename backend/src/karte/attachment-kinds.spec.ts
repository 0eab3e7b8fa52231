import { describe, expect, it, test } from '@jest/globals';
import { aZip } from '../../test/zip.js';
import { judgeFile } from './attachment-kinds.js';

const TYPES = '<Types/>';
const docx = aZip({ '[Content_Types].xml': TYPES, 'word/document.xml': '<w/>' });
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const MACRO = /マクロ/;
const OTHER = /中身が/;

test.each<[string, Buffer, string]>([
  ['計画.pdf', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
  ['計画.PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
  ['様式.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [
    '表.xlsx',
    aZip({ '[Content_Types].xml': TYPES, 'xl/workbook.xml': '' }),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  [
    '絵.pptx',
    aZip({ '[Content_Types].xml': TYPES, 'ppt/presentation.xml': '' }),
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ],
  ['地図.png', png, 'image/png'],
  ['写真.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
  ['写真.jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
  ['人口.csv', Buffer.from([0x90, 0x6c, 0x8c, 0xfb, 0x2c, 0x31, 0x0d, 0x0a]), 'text/csv'],
  ['メモ.txt', Buffer.from('住民の声\n'), 'text/plain'],
])('takes %s', (name, content, type) => {
  expect(judgeFile(name, content)).toEqual({ type });
});

test.each<[string, Buffer, RegExp]>([
  ['表.xlsm', docx, MACRO],
  ['文書.docm', docx, MACRO],
  ['雛形.dotm', docx, MACRO],
  ['表.docx', aZip({ '[Content_Types].xml': TYPES, 'word/document.xml': '', 'word/vbaProject.bin': 'x' }), MACRO],
  ['表.xlsx', aZip({ '[Content_Types].xml': TYPES, 'xl/macrosheets/sheet1.xml': '' }), MACRO],
  ['表.xlsx', aZip({ '[Content_Types].xml': TYPES, 'xl/a.xml': '', 'xl/activeX/activeX1.bin': '' }), MACRO],
  ['改名.docx', aZip({ '[Content_Types].xml': '<a t="word.document.macroEnabled"/>', 'word/document.xml': '' }), MACRO],
  ['改名.pdf', docx, OTHER],
  ['改名.docx', aZip({ 'a.txt': 'x' }), OTHER],
  ['改名.xlsx', docx, OTHER],
  ['壊れた.docx', docx.subarray(0, docx.length - 30), OTHER],
  ['絵.png', Buffer.from('%PDF-1.7'), OTHER],
  ['表.csv', Buffer.from([0x4d, 0x5a, 0x90, 0x00]), OTHER],
  ['空.pdf', Buffer.alloc(0), /空のファイル/],
  ['実行.exe', Buffer.from('MZ'), /添付できない形式/],
  ['ページ.html', Buffer.from('<script>'), /添付できない形式/],
  ['絵.svg', Buffer.from('<svg/>'), /添付できない形式/],
  ['名前だけ', Buffer.from('x'), /添付できない形式/],
])('refuses %s', (name, content, fault) => {
  expect(judgeFile(name, content)).toEqual({ fault: expect.stringMatching(fault) });
});

describe('a hostile zip', () => {
  it('that claims more than it has is no Office file', () => {
    const lying = Buffer.from(docx);
    lying.writeUInt16LE(65_535, lying.length - 12);
    expect(judgeFile('x.docx', lying)).toEqual({ fault: expect.stringMatching(OTHER) });
  });

  it('whose declarations cannot be read counts as having macros', () => {
    const bomb = aZip({ '[Content_Types].xml': ' '.repeat(5_000_000), 'word/document.xml': '' });
    expect(judgeFile('x.docx', bomb)).toEqual({ fault: expect.stringMatching(MACRO) });
  });
});
