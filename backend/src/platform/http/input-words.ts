import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/** What people read where a schema has no words of its own: the library speaks of NaN, string and instanceof. */
export function inputWords(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return '入力してください。';
      return isNumber(issue.expected) ? '数字で入力してください。' : NO_SENSE;
    case 'invalid_value':
      return '選択肢の中から選んでください。';
    case 'too_big':
      return `${limit(issue.origin, issue.maximum)}${issue.origin in UNIT ? '以内' : '以下'}にしてください。`;
    case 'too_small':
      return Number(issue.minimum) === 1 && issue.origin === 'string'
        ? '入力してください。'
        : `${limit(issue.origin, issue.minimum)}以上にしてください。`;
    case 'invalid_format':
    case 'invalid_union':
    case 'not_multiple_of':
      return NO_SENSE;
    case 'unrecognized_keys':
      return `使えない項目があります（${issue.keys.join('、')}）。`;
    default:
      return undefined;
  }
}

const NO_SENSE = '入力の形が正しくありません。';

const isNumber = (expected: unknown): boolean => ['number', 'int', 'bigint'].includes(String(expected));

const UNIT: Record<string, string> = { string: '文字', array: '件', set: '件', file: 'バイト' };

const limit = (origin: string, count: number | bigint): string =>
  `${count.toLocaleString('ja-JP')}${UNIT[origin] ?? ''}`;
