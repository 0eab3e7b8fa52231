import type { ReportAction } from '../contract/team-reports.js';

/** What happened to a report, as its readers are told. */
export const HISTORY_WORDS: Record<ReportAction | 'begin', string> = {
  begin: '記録から案を作りました',
  save: '保存しました',
  refill: '新しい記録を読み込みました',
  propose: '団体に同意を求めました',
  recall: '確認の依頼を取り消しました',
  agree: '団体が同意しました',
  sendBack: '団体が差し戻しました',
  close: '事務局が受理しました',
  reopen: '事務局が作成中に戻しました',
};
