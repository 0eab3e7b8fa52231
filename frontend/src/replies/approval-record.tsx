import { APPROVAL_LABEL, type ReplyWorkshop } from '@musubi/backend/contract/replies';
import { Moment } from '@/ui/time';
import { InwardNote } from '@/ui/voice';

/** Who asked, who decided, for whom and why: inward. */
export function ApprovalRecord({ workshop }: { workshop: ReplyWorkshop }) {
  const { approvals, approvalSteps, requestedBy, requestedAt, requestReason } = workshop;
  if (!requestedBy) return null;
  return (
    <InwardNote label="決裁の記録（団体には見えません）">
      <div className="grid gap-3 whitespace-normal">
        <p>
          {requestedBy}が<Moment value={requestedAt} />
          に依頼（決裁{approvalSteps}段）
        </p>
        {requestReason && <p className="whitespace-pre-wrap">公募が終了した施策を案内する理由：{requestReason}</p>}
        {approvals.length > 0 && (
          <ol className="grid gap-3">
            {approvals.map(({ round, step, decision, approver, standInFor, comment, decidedAt }) => (
              <li key={`${round}-${step}`} className="border-t border-yellow-900 pt-2">
                <p>
                  <span className="font-700">
                    {round}回目の依頼・{step}段目　{APPROVAL_LABEL[decision]}
                  </span>
                  　{approver}
                  {standInFor && <strong>（{standInFor}の代決）</strong>}　<Moment value={decidedAt} />
                </p>
                {comment && <p className="whitespace-pre-wrap">{comment}</p>}
              </li>
            ))}
          </ol>
        )}
      </div>
    </InwardNote>
  );
}
