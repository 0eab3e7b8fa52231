import { expect, test } from '@jest/globals';
import { SourceFileReader } from '../../../test/file-reader.js';
import { aZip } from '../../../test/zip.js';
import { TooMuch } from './file-reader.js';

const reader = new SourceFileReader();
const USUAL = { seconds: 30, heapMb: 256, growthMb: 600 };
const word = (text: string) => aZip({ 'word/document.xml': `<w:p><w:t>${text}</w:t></w:p>` });

test('reads a file in a thread', async () => {
  expect(await reader.read('計画.docx', word('避難計画'))).toBe('避難計画');
});

test('a bomb ends with its own error, and the next file is read', async () => {
  await expect(reader.read('爆弾.docx', word('0'.repeat(40_000_000)))).rejects.toThrow('cannot be unpacked');
  expect(await reader.read('計画.docx', word('港'))).toBe('港');
});

test('what takes too long, or too much memory, is given up', async () => {
  await expect(reader.read('計画.docx', word('港'), { ...USUAL, seconds: 0 })).rejects.toBeInstanceOf(TooMuch);
  await expect(reader.read('計画.docx', word('港'), { ...USUAL, growthMb: -10_000 })).rejects.toBeInstanceOf(TooMuch);
  await expect(
    reader.read('計画.docx', word('<w:t>&amp;</w:t>'.repeat(1_000_000)), { ...USUAL, heapMb: 8 }),
  ).rejects.toThrow('memory');
});
