import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { found, invalid } from '../errors.js';

/** Checks every input against its zod schema; a malformed address is simply not found. */
@Injectable()
export class InputPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({
      exceptionFactory: (issues) => {
        const fields: Record<string, string> = {};
        for (const issue of issues) {
          const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
          fields[path] ??= issue.message;
        }
        return invalid(fields);
      },
    });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const isAddress = metadata.type === 'param';
    const input = await super.transform(value, metadata).catch((error: unknown) => {
      if (isAddress) return found<T>(null);
      throw error;
    });
    const odd = metadata.type === 'custom' ? undefined : unkeepable(input);
    if (odd === undefined) return input;
    if (isAddress) return found<T>(null);
    throw invalid({ [odd.join('.')]: UNKEEPABLE });
  }
}

const UNKEEPABLE = '使えない文字（制御文字）があります。貼り付けた文字を確認して、入力し直してください。';

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
