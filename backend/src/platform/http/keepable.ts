import { invalid } from '../errors.js';

const UNKEEPABLE = '使えない文字（制御文字）があります。貼り付けた文字を確認して、入力し直してください。';

export const isKeepable = (value: unknown): boolean => unkeepable(value) === undefined;

/** @throws DomainError invalid beside the input that PostgreSQL cannot keep */
export function requireKeepable(value: unknown): void {
  const odd = unkeepable(value);
  if (odd) throw invalid({ [odd.join('.')]: UNKEEPABLE });
}

/** Where a text stands that PostgreSQL cannot keep: one with NUL or half a surrogate pair. */
function unkeepable(value: unknown): string[] | undefined {
  if (typeof value === 'string') return /[\0\p{Cs}]/u.test(value) ? [] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const path = unkeepable(key) ?? unkeepable(inner);
    if (path) return [key, ...path];
  }
  return undefined;
}
