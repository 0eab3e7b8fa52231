/** Why something was refused. Only `http/problem.filter.ts` knows which HTTP status each kind becomes. */
export type Refusal = 'invalid' | 'unauthenticated' | 'forbidden' | 'notFound' | 'conflict' | 'tooMany';

interface Details {
  /** Dotted path of the input → message. */
  fields?: Record<string, string>;
  /** What stands in the database now, for a stale write the caller may read. */
  current?: unknown;
}

/** A rule said no. `message` is Japanese, for people: it names what is wrong and the remedy. */
export class DomainError extends Error {
  constructor(
    readonly kind: Refusal,
    readonly code: string,
    message: string,
    readonly details: Details = {},
  ) {
    super(message);
  }
}

/** @throws DomainError notFound, also for what exists but may not be read. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) {
    throw new DomainError('notFound', 'not_found', '見つかりません。削除されたか、閲覧できる範囲の外にあります。');
  }
  return value;
}

/** @throws DomainError forbidden */
export function authorize(allowed: boolean): void {
  if (!allowed) throw new DomainError('forbidden', 'forbidden', 'この操作を行う権限がありません。');
}

/** @throws DomainError conflict, when somebody saved between reading and writing. */
export function sameVersion(stored: number, sent: number, current: unknown): void {
  if (stored !== sent) {
    throw new DomainError(
      'conflict',
      'stale',
      '別の画面または別の人が先に保存しました。両方の内容を確認してください。',
      {
        current,
      },
    );
  }
}

/** @throws DomainError invalid, naming each field and its remedy. */
export function invalid(fields: Record<string, string>): DomainError {
  return new DomainError('invalid', 'invalid', '入力内容に誤りがあります。項目ごとの説明を確認してください。', {
    fields,
  });
}
