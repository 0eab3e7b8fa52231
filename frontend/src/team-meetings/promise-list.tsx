import type { PromiseAction, TeamPromise } from '@musubi/backend/contract/team-meetings';
import type { Route } from 'next';
import { ActionButton } from '@/ui/action-button';
import { StatusBadge } from '@/ui/status-badge';
import { Day } from '@/ui/time';
import { settlePromise } from './actions';

const LABEL: Record<PromiseAction, string> = { finish: '済んだ', reopen: '済んでいない状態に戻す' };

/** 約束 with who owes them until when. `home` is the page they stand on. */
export function PromiseList({ promises, home }: { promises: readonly TeamPromise[]; home: Route }) {
  return (
    <ul className="divide-y divide-solid-gray-420">
      {promises.map((promise) => (
        <li key={promise.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
          <div className="min-w-0 flex-1 basis-60">
            <p className="break-words">{promise.text}</p>
            <p className="text-dns-14N-130 text-solid-gray-700">
              {promise.owner}　期限 <Day value={promise.dueOn} />
            </p>
          </div>
          <State promise={promise} home={home} />
        </li>
      ))}
    </ul>
  );
}

function State({
  promise: { id, text, doneAt, doneBy, overdue, allowedActions },
  home,
}: {
  promise: TeamPromise;
  home: Route;
}) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      {doneAt && (
        <p className="text-dns-14N-130 text-solid-gray-700">
          <Day value={doneAt} /> {doneBy}
        </p>
      )}
      <StatusBadge tone={doneAt ? 'done' : overdue ? 'alarm' : 'waiting'}>
        {doneAt ? '済' : overdue ? '期限超過' : '未了'}
      </StatusBadge>
      {allowedActions.map((action) => (
        <ActionButton key={action} action={settlePromise.bind(null, id, action, home)} size="sm" variant="outline">
          {LABEL[action]}
          <span className="sr-only">（{text}）</span>
        </ActionButton>
      ))}
    </div>
  );
}
