import { z } from 'zod';

/** How a file is written: for programs, or for Excel on a Japanese Windows as it opens files by default. */
export const CsvEncoding = z.object({ encoding: z.enum(['utf-8', 'shift_jis']).default('utf-8') });
export type CsvEncoding = z.infer<typeof CsvEncoding>;
