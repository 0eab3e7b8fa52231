import sharp from 'sharp';
import { invalid } from '../platform/errors.js';

const LONGEST = 2048;
/** A small file may unfold to a huge picture. */
const MAX_PIXELS = 80_000_000;

export interface CleanPhoto {
  content: Buffer;
  width: number;
  height: number;
}

/** Draws the photo anew, upright and of a usual size. Where and with what it was taken stays behind. @throws DomainError invalid */
export async function cleanPhoto(name: string, content: Buffer): Promise<CleanPhoto> {
  if (!isPhoto(content)) throw invalid({ file: otherKind(name) });
  try {
    const { data, info } = await sharp(content, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { content: data, width: info.width, height: info.height };
  } catch {
    throw invalid({ file: `「${name}」を写真として読めませんでした。別の写真を選ぶか、撮り直してください。` });
  }
}

const isPhoto = (content: Buffer): boolean =>
  content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ||
  content.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));

const otherKind = (name: string): string =>
  `「${name}」は使えない形式です。JPEG又はPNGの写真を選んでください。iPhoneでは、カメラの設定の「フォーマット」で「互換性優先」を選ぶとJPEGになります。`;
