import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  method: number;
  at: number;
  compressed: number;
}

/** The table of contents of a zip file; empty when it is none. */
export function zipEntries(content: Buffer): ZipEntry[] {
  const end = content.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (!content.subarray(0, 2).equals(Buffer.from('PK')) || end < 0 || end + 22 > content.length) return [];
  const entries: ZipEntry[] = [];
  let at = content.readUInt32LE(end + 16);
  for (let left = content.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > content.length || content.readUInt32LE(at) !== 0x02014b50) return [];
    const nameEnd = at + 46 + content.readUInt16LE(at + 28);
    entries.push({
      name: content.toString('utf8', at + 46, nameEnd),
      method: content.readUInt16LE(at + 10),
      compressed: content.readUInt32LE(at + 20),
      at: content.readUInt32LE(at + 42),
    });
    at = nameEnd + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return entries;
}

/** What an entry holds; undefined when it cannot be read, or unpacks to more than `limit` bytes. */
export function unpacked(content: Buffer, { at, method, compressed }: ZipEntry, limit: number): Buffer | undefined {
  if (at + 30 > content.length) return undefined;
  const start = at + 30 + content.readUInt16LE(at + 26) + content.readUInt16LE(at + 28);
  const part = content.subarray(start, start + compressed);
  if (method === 0) return part.length > limit ? undefined : part;
  try {
    return inflateRawSync(part, { maxOutputLength: limit });
  } catch {
    return undefined; // not what the table of contents promised
  }
}
