import type { FastifyRequest } from 'fastify';
import { invalid } from '../errors.js';
import { requireKeepable } from './keepable.js';

const NO_FILE = '添付するファイルを選んでください。';
const BROKEN = 'ファイルを最後まで受け取れませんでした。通信の状態を確認して、もう一度添付してください。';

/** What the API document says of an upload. */
export const UPLOAD = {
  type: 'object',
  properties: { file: { type: 'string', format: 'binary' } },
  required: ['file'],
};

/** The one file of an upload, and the texts that came before it. @throws DomainError invalid, also when it is no upload at all or broke off */
export async function uploaded(
  request: FastifyRequest,
  maxMb: number,
): Promise<{ name: string; content: Buffer; texts: Record<string, string> }> {
  const broken = () => {
    throw invalid({ file: BROKEN });
  };
  const file = request.isMultipart() ? await request.file().catch(broken) : undefined;
  if (!file?.filename) throw invalid({ file: NO_FILE });
  const content = await file.toBuffer().catch((error: { code?: string }) => {
    if (error.code !== 'FST_REQ_FILE_TOO_LARGE') return broken();
    throw invalid({ file: `「${file.filename}」は${maxMb}MBを超えています。分割するか、縮小してください。` });
  });
  const texts = Object.fromEntries(
    Object.values(file.fields).flatMap((part) =>
      part && 'value' in part ? [[part.fieldname, String(part.value)]] : [],
    ),
  );
  requireKeepable({ file: file.filename, ...texts });
  return { name: file.filename, content, texts };
}
