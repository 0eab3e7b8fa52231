import { expect, test } from '@jest/globals';
import { undrawable } from './glyphs.js';

test.each([
  ['髙﨑①㈱㎡葛󠄀〇～－（）、。Ａ1　\n', []],
  ['𠮷野家と𠮷田', ['𠮷']],
  ['進捗😀', ['😀']],
])('%s', (text, missing) => expect(undrawable(text)).toEqual(missing));
