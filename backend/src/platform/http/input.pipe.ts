import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { found, invalid } from '../errors.js';
import { isKeepable, requireKeepable } from './keepable.js';

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
    if (metadata.type === 'custom') return input;
    if (isAddress) return found(isKeepable(input) ? input : null);
    requireKeepable(input);
    return input;
  }
}
