/** A failure the operator can cure: Japanese first, then English; printed without a stack. */
export class Failure extends Error {
  constructor(japanese, english, cause) {
    super(`${japanese}\n(${english})`, { cause });
    this.name = 'Failure';
  }
}

export const diskFull = (folder) =>
  new Failure(
    `ディスクの空きがありません: ${folder}。不要なファイルを削除して空きを作り、もう一度起動してください。`,
    `No space left on the disk that holds ${folder}. Free some space and start again.`,
  );
