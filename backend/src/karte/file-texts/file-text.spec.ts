import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { aZip } from '../../../test/zip.js';
import { fileText, MOST_CHARACTERS } from './file-text.js';

const word = (body: string) => aZip({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` });
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A PDF of one page whose content stream is given. */
function aPdf(stream: string): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /Mincho /Encoding /90ms-RKSJ-H /DescendantFonts [6 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Mincho /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>`,
    '<< /Type /FontDescriptor /FontName /Mincho /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Size 8 >>\n%%EOF`, 'latin1');
}

describe('plain text', () => {
  test.each([
    ['UTF-8', Buffer.from('避難計画,港')],
    ['UTF-8 with its mark', Buffer.from('\uFEFF避難計画,港')],
    ['UTF-16', Buffer.from('\uFEFF避難計画,港', 'utf16le')],
    ['Shift_JIS', Buffer.from('94f093ef8c7689e62c8d60', 'hex')],
    ['ISO-2022-JP', Buffer.from('1b244248724671375732681b28422c1b244239411b2842', 'hex')],
  ])('%s', async (_, content) => {
    expect(await fileText('資料.csv', content)).toBe('避難計画,港');
  });
});

describe('Office', () => {
  test('Word: paragraphs, words in several runs, marks; nothing that was deleted, no 振り仮名, no instructions', async () => {
    const file = word(
      `<w:p>${run('避難')}${run('計画 &amp; &#x6e2f;')}<w:tab/>${run('表')}</w:p>` +
        `<w:p><w:del><w:r><w:delText>消した文</w:delText></w:r></w:del><w:instrText>HYPERLINK</w:instrText></w:p>` +
        `<w:p><w:ruby><w:rt>${run('よみ')}</w:rt><w:rubyBase>${run('読')}</w:rubyBase></w:ruby></w:p>`,
    );
    expect(await fileText('計画.DOCX', file)).toBe('避難計画 & 港 表\n読');
  });

  test('Excel: shared strings without 振り仮名, and strings in cells', async () => {
    const file = aZip({
      'xl/sharedStrings.xml':
        '<sst><si><t>事業費</t><rPh sb="0" eb="3"><t>ジギョウヒ</t></rPh></si><si><r><t>棚</t></r><r><t>田</t></r></si></sst>',
      'xl/worksheets/sheet1.xml': '<sheetData><c t="inlineStr"><is><t>港町</t></is></c></sheetData>',
    });
    expect(await fileText('表.xlsx', file)).toBe('事業費\n棚田\n港町');
  });

  test('Excel: numbers as they are kept and shown, and what formulas say; no formula, no number of a string', async () => {
    const cells = [
      '<c r="A1" t="s"><v>7</v></c><c r="B1" s="3"><v>80000000</v></c><c r="C1"><f>SUM(B1:B9)</f><v>0.30000000000000004</v></c>',
      '<c r="A2" t="str"><f>A1&amp;"x"</f><v>合計 &amp; 内訳</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><v>-1234.5</v></c><c/>',
    ];
    const file = aZip({ 'xl/worksheets/sheet1.xml': cells.map((row) => `<row>${row}</row>`).join('') });
    expect(await fileText('表.xlsx', file)).toBe('80000000 80,000,000 0.3\n合計 & 内訳 -1234.5 -1,234.5');
  });

  test('PowerPoint: slides in their order, and notes', async () => {
    const slide = (text: string) => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
    const file = aZip({
      'ppt/slides/slide10.xml': slide('十枚目'),
      'ppt/slides/slide2.xml': slide('二枚目'),
      'ppt/notesSlides/notesSlide1.xml': slide('話すこと'),
    });
    expect(await fileText('説明.pptx', file)).toBe('話すこと\n二枚目\n十枚目');
  });

  test('a bomb is refused before it is unpacked', async () => {
    const bomb = word(run('あ'.repeat(40 * 1024 * 1024)));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(fileText('爆弾.docx', bomb)).rejects.toThrow('cannot be unpacked');
  });

  test('broken tags are read in one go', async () => {
    expect(await fileText('壊れた.docx', word(`${run('港')}${'<'.repeat(3_000_000)}`))).toBe('港');
  });
});

describe('PDF', () => {
  test('text in a Japanese encoding without a table of its own; a full line is no end of a word', async () => {
    // 避難 / 計画 in Shift_JIS, two lines.
    const pdf = aPdf('BT /F1 12 Tf 100 700 Td <94F093EF> Tj 0 -20 Td <8C7689E6> Tj ET');
    expect(await fileText('計画.pdf', pdf)).toBe('避難計画');
  });

  test.each([
    ['no PDF at all', Buffer.from('%PDF-1.7 地図')],
    ['cut off', aPdf('BT ET').subarray(0, 200)],
  ])('%s', async (_, content) => {
    await expect(fileText('資料.pdf', content)).rejects.toThrow();
  });
});

test('what has no text has none, and no more than so much is read', async () => {
  expect(await fileText('写真.png', createHash('sha256').digest())).toBe('');
  const long = await fileText('長い.txt', Buffer.from('𠮷'.repeat(MOST_CHARACTERS + 1)));
  expect([...long].length).toBe(MOST_CHARACTERS);
  expect(await fileText('半分.txt', Buffer.from('港\0町'))).toBe('港町');
});
