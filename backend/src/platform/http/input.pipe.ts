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
    if (metadata.type !== 'param') return super.transform(value, metadata);
    return super.transform(value, metadata).catch(() => found<T>(null));
  }
}
