import { resolve } from 'node:path';
import { z } from 'zod';

/** The settings are wrong: every problem at once, each with its variable and its remedy, never with its value. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(['設定に誤りがあります。環境変数を直してから、もう一度起動してください。', ...problems].join('\n  '));
    this.name = 'ConfigError';
  }
}

const text = (remedy: string) => z.string({ error: `設定されていません。${remedy}` });

const address = (protocols: string[], remedy: string) =>
  text(remedy).refine((value) => protocols.includes(protocolOf(value)), `形が正しくありません。${remedy}`);

const protocolOf = (value: string) => (URL.canParse(value) ? new URL(value).protocol : '');

const port = '1〜65535 の整数を指定してください。';

const BOUNCE_REMEDY =
  'imaps://利用者:パスワード@ホスト/INBOX の形で指定してください（利用者やパスワードの中の記号は、@ を %40 とするように書き換えます）。';

const namesAnAccount = (value: string) =>
  URL.canParse(value) && new URL(value).username !== '' && new URL(value).password !== '';

/** Musubi's database. BullMQ keeps its tables there too, unless REDIS_URL is set. */
const DATABASE_URL = address(
  ['postgresql:', 'postgres:'],
  'postgresql://利用者:パスワード@ホスト:5432/データベース の形で指定してください。',
);

const Config = z
  .object({
    DATABASE_URL,
    REDIS_URL: address(
      ['redis:', 'rediss:'],
      'redis://ホスト:6379 の形で指定するか、設定を外してください（PostgreSQL をジョブキューに使います）。',
    ).optional(),
    SMTP_URL: address(['smtp:', 'smtps:'], 'smtp://利用者:パスワード@ホスト:587 の形で指定してください。'),
    MAIL_FROM: z
      .email('メールアドレスではありません。desk@example.go.jp の形で指定してください。')
      .default('desk@musubi.example'),
    /** The mailbox of MAIL_FROM, where bounces come in. Without it they are not read. */
    BOUNCE_IMAP_URL: address(['imap:', 'imaps:'], BOUNCE_REMEDY)
      .refine(namesAnAccount, `利用者とパスワードが必要です。${BOUNCE_REMEDY}`)
      .optional(),
    /** The first administrator, invited by mail when nobody has an account yet. */
    ADMIN_EMAIL: z.email('メールアドレスではありません。admin@example.go.jp の形で指定してください。').optional(),
    /** Where browsers reach us: links in mails, the allowed origin of forms, and whether cookies are `secure`. */
    BASE_URL: address(
      ['http:', 'https:'],
      '利用者がブラウザーで開くアドレスを https://musubi.example.go.jp の形で指定してください。',
    ).transform((value) => new URL(value).origin),
    /** Signs the links sent by mail. Changing it makes links already sent useless. */
    SECRET: text('openssl rand -base64 32 などで作った 32 文字以上の値を指定してください。').min(
      32,
      '短すぎます。openssl rand -base64 32 などで作った 32 文字以上の値を指定してください。',
    ),
    API_HOST: z.string().default('127.0.0.1'),
    API_PORT: z.coerce.number(`数ではありません。${port}`).int(port).min(1, port).max(65535, port).default(3001),
    /** `demo` shows the demo accounts and the received mails; never for real cases. */
    MUSUBI_MODE: z
      .enum(['demo', 'production'], 'demo か production のどちらかを指定してください。')
      .default('production'),
    /**
     * When mails may reach who chose nothing: `office` on business days from 8:30 to 18:00, `always` at any hour. A demo is
     * looked at in the evening and on Sundays.
     */
    SEND_WINDOW: z.enum(['office', 'always'], 'office か always のどちらかを指定してください。').optional(),
    DATA_DIR: z
      .string()
      .default('.data')
      .transform((value) => resolve(value)),
  })
  .transform((config) => ({
    ...config,
    SEND_WINDOW: config.SEND_WINDOW ?? (config.MUSUBI_MODE === 'demo' ? ('always' as const) : ('office' as const)),
  }));

export type Config = z.output<typeof Config>;

/**
 * The only reader of the environment. An empty variable counts as not set.
 * @throws ConfigError
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = Config.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}

/** Where the data is, for tools that need nothing else. @throws ConfigError */
export function databaseUrl(env: Record<string, string | undefined> = process.env): string {
  const result = z.object({ DATABASE_URL }).safeParse(env);
  if (result.success) return result.data.DATABASE_URL;
  throw new ConfigError(result.error.issues.map((issue) => `DATABASE_URL: ${issue.message}`));
}
