import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';

/** What reading one file may take. */
export interface ReadingLimits {
  seconds: number;
  /** Of JavaScript's own memory, which the thread ends at by itself. */
  heapMb: number;
  /** By which the process may grow meanwhile: what is unpacked lies beside that memory. */
  growthMb: number;
}

const USUAL: ReadingLimits = { seconds: 30, heapMb: 256, growthMb: 600 };
const LOOKED_AT_MS = 50;
const MB = 1024 * 1024;

/** Why a file was given up. What is wrong with the file itself comes as its own error. */
export class TooMuch extends Error {}

/** Reads a file in a thread of its own: however hostile it is, whoever asked goes on. */
@Injectable()
export class FileReader {
  protected readonly thread = new URL('./reader-thread.js', import.meta.url);

  read(name: string, content: Buffer, limits: ReadingLimits = USUAL): Promise<string> {
    const worker = new Worker(this.thread, {
      workerData: { name, content },
      execArgv: [],
      // A library's chatter about broken files is nobody's news.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    });
    return new Promise<string>((resolve, reject) => {
      const before = process.memoryUsage.rss();
      const began = performance.now();
      const watch = setInterval(() => {
        if (performance.now() - began > 1000 * limits.seconds) end(() => reject(new TooMuch('time')));
        else if (process.memoryUsage.rss() - before > limits.growthMb * MB) end(() => reject(new TooMuch('memory')));
      }, LOOKED_AT_MS);
      const end = (settle: () => void) => {
        clearInterval(watch);
        worker.removeAllListeners().on('error', () => undefined); // what it says on its way out is nobody's news
        void worker.terminate().then(settle, reject);
      };
      worker.once('message', (text: string) => end(() => resolve(text)));
      worker.once('error', (error) => end(() => reject(error)));
      worker.once('exit', (code) => end(() => reject(new Error(`the reader ended with ${code}`))));
    });
  }
}
