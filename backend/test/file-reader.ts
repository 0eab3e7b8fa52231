import { FileReader } from '../src/karte/file-texts/file-reader.js';

/** Reads files in a thread from our sources, as the built one does from what was built. */
export class SourceFileReader extends FileReader {
  protected override readonly thread = new URL('./reader-thread.mjs', import.meta.url);
}
