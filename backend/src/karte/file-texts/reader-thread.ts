import { parentPort, workerData } from 'node:worker_threads';
import { fileText } from './file-text.js';

const { name, content } = workerData as { name: string; content: Uint8Array };
parentPort?.postMessage(await fileText(name, Buffer.from(content)));
