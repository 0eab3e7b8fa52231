import { expect, it, test } from '@jest/globals';
import { toCp932 } from './cp932.js';

const read = (bytes: Buffer) => new TextDecoder('shift_jis').decode(bytes);

test.each([
  ['ASCII and line breaks', 'a,"b"\r\n1~\\'],
  ['Japanese, half-width kana among it', '相談カルテ、ｶﾙﾃ（上士幌町）'],
  ['what Windows added', '①Ⅳ㈱髙﨑彅'],
])('writes %s', (_, text) => {
  expect(read(toCp932(text))).toBe(text);
});

test.each([
  ['～', '〜', 0x8160],
  ['－', '−', 0x817c],
  ['∥', '‖', 0x8161],
  ['―', '—', 0x815c],
  ['￥', '¥', 0x818f],
])('gives %s and %s, which look alike, the same bytes', (left, right, bytes) => {
  expect([toCp932(left), toCp932(right)].map((both) => both.readUInt16BE(0))).toEqual([bytes, bytes]);
});

it('gives a character with two places the one that Windows gives it', () => {
  expect(toCp932('髙①∵').toString('hex')).toBe('fbfc874081e6');
});

it('shows what it cannot write, once for each character', () => {
  expect(read(toCp932('𠮷野家 葛󠄀城 😀'))).toBe('〓野家 葛城 〓');
});
