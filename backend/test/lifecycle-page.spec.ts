import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { lifecyclePage } from './lifecycle-page.js';

const PAGE = new URL('../../docs/lifecycle.md', import.meta.url);

test('docs/lifecycle.md tells the table as it is', () => {
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, lifecyclePage());
  expect(readFileSync(PAGE, 'utf8')).toBe(lifecyclePage());
});
