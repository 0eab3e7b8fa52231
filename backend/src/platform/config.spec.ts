import { expect, test } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

const right = {
  DATABASE_URL: 'postgresql://musubi:pw@127.0.0.1:5432/musubi',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  BASE_URL: 'http://localhost:3000/',
  SECRET: 'x'.repeat(32),
};

const problemsOf = (env: Record<string, string>) => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
};

test('fills in the defaults and treats an empty variable as not set', () => {
  expect(readConfig({ ...right, REDIS_URL: '', API_PORT: ' ' })).toMatchObject({
    BASE_URL: 'http://localhost:3000',
    API_HOST: '127.0.0.1',
    API_PORT: 3001,
    MAIL_FROM: 'desk@musubi.example',
    MUSUBI_MODE: 'production',
  });
});

test('mails keep to office hours, unless it is a demo or the operator says otherwise', () => {
  const windowOf = (env: Record<string, string>) => readConfig({ ...right, ...env }).SEND_WINDOW;
  expect(windowOf({})).toBe('office');
  expect(windowOf({ MUSUBI_MODE: 'demo' })).toBe('always');
  expect(windowOf({ MUSUBI_MODE: 'demo', SEND_WINDOW: 'office' })).toBe('office');
});

test('names every missing variable at once, with its remedy', () => {
  expect(problemsOf({}).map((line) => line.split(':')[0])).toEqual(['DATABASE_URL', 'SMTP_URL', 'BASE_URL', 'SECRET']);
  expect(() => readConfig({})).toThrow(ConfigError);
  expect(problemsOf({})[0]).toBe(
    'DATABASE_URL: 設定されていません。postgresql://利用者:パスワード@ホスト:5432/データベース の形で指定してください。',
  );
});

test.each([
  ['DATABASE_URL', 'mysql://root:geheim@host/db', '形が正しくありません'],
  ['REDIS_URL', 'geheim', '設定を外してください'],
  ['SMTP_URL', 'http://geheim', '形が正しくありません'],
  ['BOUNCE_IMAP_URL', 'http://me:geheim@host', '形が正しくありません'],
  ['BOUNCE_IMAP_URL', 'imaps://geheim/INBOX', '利用者とパスワードが必要です'],
  ['MAIL_FROM', 'geheim', 'メールアドレスではありません'],
  ['BASE_URL', 'geheim', 'ブラウザーで開くアドレス'],
  ['SECRET', 'geheim', '短すぎます'],
  ['API_PORT', 'geheim', '数ではありません'],
  ['API_PORT', '70000', '1〜65535'],
  ['MUSUBI_MODE', 'geheim', 'demo か production'],
])('says what is wrong with %s without printing it', (name, value, says) => {
  const problems = problemsOf({ ...right, [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${name}: .*${says}`));
  expect(problems[0]).not.toContain('geheim');
});
