import { expect, test } from '@jest/globals';
import { checkNode, readSettings } from './settings.mjs';

test('a machine with nothing but Node gets the demo', () => {
  expect(readSettings('/musubi', {})).toMatchObject({
    mode: 'demo',
    port: 3000,
    host: '127.0.0.1',
    dataDir: '/musubi/.data',
    baseUrl: 'http://localhost:3000',
  });
});

test('a database of one’s own means real cases, and then the address must be said', () => {
  const settings = readSettings('/musubi', { DATABASE_URL: 'postgresql://db/musubi', PORT: '8080' });
  expect(settings).toMatchObject({ mode: 'production', port: 8080, baseUrl: undefined });
});

test('an impossible port and an old Node are named with the remedy', () => {
  expect(() => readSettings('/musubi', { PORT: 'web' })).toThrow('PORT: 1〜65535');
  expect(() => checkNode('20.18.9')).toThrow('20.19 以上');
  checkNode('20.19.0');
  checkNode('24.0.0');
});
