import { formatWarekiWeekday } from '../contract/calendar.js';
import type { Finding } from '../contract/replies.js';
import type { PassageRecord } from '../contract/reply-measures.js';
import { type Draft, warning } from './finding.js';
import { quoted } from './reply-words.js';

export const CALL_ENDED = 'call.ended';

/** Where the draft parts from the catalogue, and calls that end soon or have ended. */
export function recordFindings({ passages }: Draft, records: readonly PassageRecord[]): Finding[] {
  return records.flatMap((record) => {
    const where = `passages.${passages.findIndex(({ id }) => id === record.passageId)}.text`;
    return [...callFindings(record, where), ...contentFindings(record, where)];
  });
}

function callFindings({ title, call, applyUntil }: PassageRecord, where: string): Finding[] {
  if (applyUntil === null) return [];
  const last = formatWarekiWeekday(applyUntil);
  if (call === 'ended') {
    const remedy = '次の公募の予定を確認するか、案内する理由を決裁の依頼に書いてください';
    return [warning(CALL_ENDED, where, `${quoted(title)}の公募は${last}に終了しています。${remedy}`)];
  }
  if (call !== 'closing') return [];
  const remedy = '団体の申請が間に合うか確認してください';
  return [warning('call.closing', where, `${quoted(title)}の公募は${last}に締め切られます。${remedy}`)];
}

function contentFindings({ title, version, current, differing }: PassageRecord, where: string): Finding[] {
  if (version !== current) {
    const moved = `第${version}版から第${current}版に変わりました`;
    return [
      warning(
        'measure.changed',
        where,
        `${quoted(title)}の施策の登録は、${moved}。新しい登録に合わせるか確認してください`,
      ),
    ];
  }
  return differing.map((line) =>
    warning('measure.differs', where, `${quoted(title)}の文章に、施策の登録のとおりの「${line}」がありません`),
  );
}
