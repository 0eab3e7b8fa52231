import { StreamableFile } from '@nestjs/common';

export const PDF = 'application/pdf';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A PDF opens in the browser, all else is saved. */
export function fileOf(type: string, name: string, content: Buffer): StreamableFile {
  const disposition = `${type === PDF ? 'inline' : 'attachment'}; filename="${name}"`;
  return new StreamableFile(content, { type, disposition, length: content.length });
}
