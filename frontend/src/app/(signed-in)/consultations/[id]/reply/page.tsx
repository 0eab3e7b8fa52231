import type { Metadata } from 'next';
import { getReply } from '@/replies/api';
import { BeginReply } from '@/replies/begin-reply';
import { IssuedReplies } from '@/replies/issued-replies';
import { Letter } from '@/replies/letter';
import { ReplyApproval, ReplyEditor } from '@/replies/reply-desk';
import { ReplyFiles } from '@/replies/reply-files';
import { Banner } from '@/ui/banner';
import { EmptyState } from '@/ui/empty-state';
import { WithoutScripts } from '@/ui/without-scripts';

const DONE: Record<string, string> = {
  drafted: '府省庁回答と採用した施策を回答案に取り込みました。',
  draftedWithoutEnded:
    '府省庁回答と採用した施策を回答案に取り込みました。公募が終了した施策は加えていません。必要なときは「施策を足す」で加えてください。',
  requested: '決裁を依頼しました。',
  recalled: '決裁の依頼を取り消しました。',
  returned: '回答案を差し戻しました。',
  approved: '決裁しました。',
};

export const metadata: Metadata = { title: '回答書' };

/** The desk writes and approves the reply here; all others read what was issued. */
export default async function ReplyPage({ params, searchParams }: PageProps<'/consultations/[id]/reply'>) {
  const { id } = await params;
  const { no, done } = await searchParams;
  const { reply, workshop, issued, allowedActions } = await getReply(id, [no].flat()[0]);
  const edits = allowedActions.includes('save');
  return (
    <>
      {!workshop && <WithoutScripts />}
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h2 className="text-std-24B-150">{reply && reply.state !== 'approved' ? '回答書（案）' : '回答書'}</h2>
        {reply && <ReplyFiles id={id} no={reply.no} />}
      </div>
      {DONE[String(done)] && <Banner kind="success" title={DONE[String(done)]} />}
      {allowedActions.includes('draftReply') && <BeginReply id={id} again={reply !== null} />}
      {reply === null && !allowedActions.includes('draftReply') && (
        <EmptyState title="回答書はまだありません">関係府省庁の回答を取りまとめ、決裁の後に送付します。</EmptyState>
      )}
      {(issued.length > 1 || (issued.length > 0 && reply?.state !== 'approved')) && (
        <IssuedReplies id={id} issued={issued} shown={reply?.no ?? null} />
      )}
      {reply && !workshop && <Letter reply={reply} />}
      {reply && workshop && edits && <ReplyEditor id={id} reply={reply} workshop={workshop} actions={allowedActions} />}
      {reply && workshop && !edits && (
        <ReplyApproval id={id} reply={reply} workshop={workshop} actions={allowedActions} />
      )}
    </>
  );
}
