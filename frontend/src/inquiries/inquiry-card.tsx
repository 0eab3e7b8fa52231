import type { Inquiry } from '@musubi/backend/contract/inquiries';
import { Card } from '@/ui/card';
import { Confirm } from '@/ui/confirm';
import { DescriptionList } from '@/ui/description-list';
import { Disclosure } from '@/ui/disclosure';
import { Moment } from '@/ui/time';
import { AnswersView } from './answers-view';
import { CancelForm, ChangeDueForm, DecideExtensionForm, ReplyBackForm } from './desk-forms';
import { HandOverButton } from './hand-over-button';
import { DueDate, InquiryBadge, RowBadge } from './inquiry-badge';
import { Talk } from './talk';

/** One inquiry as the desk follows it. */
export function InquiryCard({ inquiry }: { inquiry: Inquiry }) {
  const { id, ministry, division, state, rows, extensions, allowedActions } = inquiry;
  const may = (action: (typeof allowedActions)[number]) => allowedActions.includes(action);
  const pending = extensions.find(({ decision }) => decision === null);
  return (
    <Card
      id={`inquiry-${id}`}
      level={3}
      title={[ministry.name, division?.name].filter(Boolean).join('　')}
      actions={<InquiryBadge state={state} />}
    >
      <div className="grid gap-4">
        <Facts inquiry={inquiry} />
        <Talk inquiry={inquiry} />
        {may('replyBack') && <ReplyBackForm id={id} />}
        {may('decideExtension') && pending && <DecideExtensionForm id={id} requestedDueOn={pending.requestedDueOn} />}
        <ul className="grid gap-4">
          {rows.map((row) => (
            <li key={row.questionRowId} className="grid gap-2">
              <p className="flex flex-wrap items-start gap-2">
                <RowBadge state={row.state} />
                <span className="min-w-0 flex-1 basis-64 whitespace-pre-wrap">
                  質問{row.position}　{row.text}
                </span>
              </p>
              <AnswersView row={row} />
              {may('handOver') && <HandOverButton id={id} row={row} />}
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
          {may('changeDue') && (
            <Disclosure summary="期限を変更する">
              <ChangeDueForm id={id} dueOn={inquiry.dueOn} />
            </Disclosure>
          )}
          {may('cancel') && (
            <Confirm label="照会を取り消す" question="未回答の質問を取り下げます。提出済みの回答は残ります。">
              <CancelForm id={id} />
            </Confirm>
          )}
        </div>
      </div>
    </Card>
  );
}

function Facts({ inquiry }: { inquiry: Inquiry }) {
  const optional = [
    { term: '経緯', value: inquiry.origin && `${inquiry.origin.ministry}の該当なしを受けて照会` },
    { term: '補足', value: inquiry.message },
    { term: '確認', value: inquiry.acknowledgedAt && <Moment value={inquiry.acknowledgedAt} /> },
    { term: '回答', value: inquiry.answeredAt && <Moment value={inquiry.answeredAt} /> },
    { term: '取消しの理由', value: inquiry.cancelReason },
  ].filter(({ value }) => value);
  return (
    <DescriptionList
      preserve
      items={[
        { term: '期限', value: <DueDate inquiry={inquiry} /> },
        {
          term: '照会',
          value: (
            <>
              <Moment value={inquiry.askedAt} />　{inquiry.askedBy}
            </>
          ),
        },
        ...optional,
      ]}
    />
  );
}
