import { ATTACHMENT_KINDS } from '../contract/karte.js';
import { unpacked, type ZipEntry, zipEntries } from '../platform/zip.js';

type Kind = (typeof ATTACHMENT_KINDS)[number];

const OFFICE = 'application/vnd.openxmlformats-officedocument';

const KINDS: Record<Kind, { type: string; holds: (content: Buffer) => boolean }> = {
  pdf: {
    type: 'application/pdf',
    holds: (content) => /^(\xef\xbb\xbf)?\s*%PDF-/.test(content.toString('latin1', 0, 1024)),
  },
  docx: { type: `${OFFICE}.wordprocessingml.document`, holds: (content) => isOffice(content, 'word/') },
  xlsx: { type: `${OFFICE}.spreadsheetml.sheet`, holds: (content) => isOffice(content, 'xl/') },
  pptx: { type: `${OFFICE}.presentationml.presentation`, holds: (content) => isOffice(content, 'ppt/') },
  png: { type: 'image/png', holds: (content) => startsWith(content, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  jpg: { type: 'image/jpeg', holds: (content) => startsWith(content, 0xff, 0xd8, 0xff) },
  jpeg: { type: 'image/jpeg', holds: (content) => startsWith(content, 0xff, 0xd8, 0xff) },
  csv: { type: 'text/csv', holds: (content) => isText(content) },
  txt: { type: 'text/plain', holds: (content) => isText(content) },
};

export type Verdict = { type: string } | { fault: string };

/** Whether a file may be kept, by its name and by what it really holds. */
export function judgeFile(name: string, content: Buffer): Verdict {
  const end = name.split('.').pop()?.toLowerCase() ?? '';
  const kind = ATTACHMENT_KINDS.find((one) => one === end);
  if (/^(doc|xls|ppt|dot|xl)[a-z]?m$/.test(end)) return { fault: macro(name) };
  if (!kind)
    return { fault: `「${name}」は添付できない形式です。${ATTACHMENT_KINDS.join('、')}のどれかに変えてください。` };
  if (content.length === 0) return { fault: `「${name}」は空のファイルです。内容を確認してください。` };
  if (!KINDS[kind].holds(content)) {
    return { fault: `「${name}」の中身が「.${end}」の形式ではありません。ファイルを開いて、保存し直してください。` };
  }
  if (end.endsWith('x') && hasMacro(content)) return { fault: macro(name) };
  return { type: KINDS[kind].type };
}

const macro = (name: string) => `「${name}」はマクロを含むため添付できません。マクロを除いて保存し直してください。`;

const startsWith = (content: Buffer, ...bytes: number[]) => bytes.every((byte, index) => content[index] === byte);

/** Text in UTF-8, Shift_JIS or UTF-16 with its mark: no other control characters than line ends, tabs, page breaks. */
function isText(content: Buffer): boolean {
  if (startsWith(content, 0xff, 0xfe) || startsWith(content, 0xfe, 0xff)) return true;
  return content.every((byte) => byte >= 0x20 || [0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x1b].includes(byte));
}

function isOffice(content: Buffer, folder: string): boolean {
  const names = zipEntries(content).map(({ name }) => name);
  return names.includes('[Content_Types].xml') && names.some((name) => name.startsWith(folder));
}

/** VBA, Excel 4 macro sheets and ActiveX, by the parts' names and by the types the package declares. */
function hasMacro(content: Buffer): boolean {
  const entries = zipEntries(content);
  if (entries.some(({ name }) => /vbaProject|macrosheets\/|activeX\//i.test(name))) return true;
  const types = entries.find(({ name }) => name === '[Content_Types].xml');
  return types !== undefined && /macroEnabled|vbaProject|macrosheet|activeX/i.test(textOf(content, types));
}

/** The text of a part, or something suspicious when it cannot be read. */
const textOf = (content: Buffer, entry: ZipEntry): string =>
  unpacked(content, entry, 4 * 1024 * 1024)?.toString('utf8') ?? 'macroEnabled';
