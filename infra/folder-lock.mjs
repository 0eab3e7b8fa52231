import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { commandOf } from './processes.mjs';

/** Makes this process the folder's only user; a former one that was killed does not count. Answers the release. */
export function lockFolder(folder) {
  const file = join(folder, 'lock');
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const pid = Number(readFileSync(file, 'utf8'));
      if (pid !== process.pid && commandOf(pid).includes('node')) throw taken(folder, pid);
      rmSync(file, { force: true });
    }
  }
  throw taken(folder, '?');
}

const taken = (folder, pid) =>
  new Failure(
    `${folder} は別の起動（プロセス ${pid}）が使っています。そちらを終了するか、DATA_DIR に別のフォルダーを指定してください。`,
    `${folder} is in use by process ${pid}. Stop it, or set DATA_DIR to another folder.`,
  );
