// The thread that reads files, from our sources.
import './chaos/from-source.mjs';

await import('../src/karte/file-texts/reader-thread.ts');
