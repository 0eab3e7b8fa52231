/** How far the text of a file is known to the search. */
export const ATTACHMENT_READINGS = ['waiting', 'read', 'empty', 'unreadable'] as const;
export type AttachmentReading = (typeof ATTACHMENT_READINGS)[number];

/** What stands beside a file that is found by its name only. */
export const ATTACHMENT_READING_NOTE: Record<AttachmentReading, string | null> = {
  waiting: null,
  read: null,
  empty: '文字を含まないため、検索では名前だけが対象です。',
  unreadable:
    '中身を読み取れなかったため、検索では名前だけが対象です。パスワードが付いていないか、壊れていないかを確認してください。',
};
