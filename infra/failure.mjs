/** A failure the operator can cure: Japanese first, then English; printed without a stack. */
export class Failure extends Error {
  constructor(japanese, english, cause) {
    super(`${japanese}\n(${english})`, { cause });
    this.name = 'Failure';
  }
}

/** How the system and PostgreSQL say it. */
export const NO_SPACE = /No space left on device|Check free disk space/;

export const diskFull = (folder) =>
  new Failure(
    `ディスクの空きがありません: ${folder}。不要なファイルを削除して空きを作り、もう一度起動してください。`,
    `No space left on the disk that holds ${folder}. Free some space and start again.`,
  );
