import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const MOST_PAGES = 500;
const FOLDER = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), '/');

/** Of a break inside a Japanese sentence nothing is meant: the line was full. */
const FULL_LINE =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])/gu;

/** The text of a PDF that has text; of a scanned one nothing. Nothing in it is carried out. */
export async function pdfText(content: Buffer, limit: number): Promise<string> {
  const task = getDocument({
    data: new Uint8Array(content),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    cMapUrl: `${FOLDER}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${FOLDER}standard_fonts/`,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    let text = '';
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES) && text.length < limit; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
      text += '\n\n';
      page.cleanup();
    }
    return text.replace(FULL_LINE, '');
  } finally {
    await task.destroy();
  }
}
