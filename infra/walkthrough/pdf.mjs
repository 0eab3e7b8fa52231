import { PDFParse } from 'pdf-parse';
import { expect } from './report.mjs';

/** The text of a PDF answer, without the white space that lines and columns put into it. */
export async function pdfText(response) {
  expect(response.ok && response.headers.get('content-type') === 'application/pdf', 'a PDF', response.status);
  const parser = new PDFParse({ data: new Uint8Array(await response.arrayBuffer()) });
  const { text } = await parser.getText();
  await parser.destroy();
  return text.replace(/\s+/g, '');
}
