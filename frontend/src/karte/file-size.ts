/** 820 KB, 1.5 MB */
export const fileSize = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('ja-JP')} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
