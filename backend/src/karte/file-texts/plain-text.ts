/** Text in whatever encoding Japanese offices write: by its mark, else UTF-8, else that of mails or of Windows. */
export function plainText(content: Buffer): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (content[0] === 0xfe && content[1] === 0xff) return new TextDecoder('utf-16be').decode(content);
  if (content.includes('\x1b$B') || content.includes('\x1b$@')) return new TextDecoder('iso-2022-jp').decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('shift_jis').decode(content); // no UTF-8: what Excel and Notepad wrote before
  }
}
