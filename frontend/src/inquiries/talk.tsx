import type { Inquiry } from '@musubi/backend/contract/inquiries';
import { StatusBadge } from '@/ui/status-badge';
import { Day, Moment } from '@/ui/time';
import { askedBy } from './asked-by';

/** Questions back and extensions of one inquiry, oldest first. */
export function Talk({ inquiry: { consultation, questionsBack, extensions } }: { inquiry: Inquiry }) {
  const asker = askedBy(consultation);
  if (questionsBack.length === 0 && extensions.length === 0) return null;
  return (
    <ul className="grid gap-3">
      {questionsBack.map((back) => (
        <li key={back.id} className="rounded-8 border border-solid-gray-200 p-4">
          <p className="text-dns-14N-130 text-solid-gray-700">
            府省庁からの質問　
            <Moment value={back.askedAt} />　{back.askedBy}
          </p>
          <p className="mt-1 whitespace-pre-wrap">{back.text}</p>
          {back.reply === null ? (
            <p className="mt-2">
              <StatusBadge tone="attention">{asker}の返答待ち</StatusBadge>
            </p>
          ) : (
            <div className="mt-2 border-l-4 border-solid-gray-200 pl-4">
              <p className="text-dns-14N-130 text-solid-gray-700">
                {asker}の返答　
                <Moment value={back.repliedAt} />　{back.repliedBy}
              </p>
              <p className="mt-1 whitespace-pre-wrap">{back.reply}</p>
            </div>
          )}
        </li>
      ))}
      {extensions.map((extension) => (
        <li key={extension.id} className="rounded-8 border border-solid-gray-200 p-4">
          <p className="text-dns-14N-130 text-solid-gray-700">
            期限延長の申出　
            <Moment value={extension.requestedAt} />　{extension.requestedBy}
          </p>
          <p className="mt-1 whitespace-pre-wrap">
            <Day value={extension.requestedDueOn} weekday />
            まで：{extension.reason}
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-2">
            <Decision {...extension} asker={asker} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Decision({
  decision,
  grantedDueOn,
  comment,
  decidedBy,
  asker,
}: Inquiry['extensions'][number] & { asker: string }) {
  if (decision === null) return <StatusBadge tone="attention">{asker}の決定待ち</StatusBadge>;
  return (
    <>
      <StatusBadge tone={decision === 'granted' ? 'done' : 'neutral'}>
        {decision === 'granted' ? '認めました' : '認めませんでした'}
      </StatusBadge>
      {grantedDueOn && (
        <span>
          新しい期限：
          <Day value={grantedDueOn} weekday />
        </span>
      )}
      {comment && <span className="whitespace-pre-wrap">{comment}</span>}
      <span className="text-solid-gray-700">{decidedBy}</span>
    </>
  );
}
