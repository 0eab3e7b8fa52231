import { StreamableFile } from '@nestjs/common';
import type { CsvEncoding } from '../../contract/csv.js';
import { encoded } from '../csv.js';

/** A CSV file to save. */
export const csvFile = (name: string, text: string, { encoding }: CsvEncoding): StreamableFile => {
  const disposition = `attachment; filename="${name}.csv"`;
  return new StreamableFile(encoded(text, { encoding }), { type: `text/csv; charset=${encoding}`, disposition });
};
