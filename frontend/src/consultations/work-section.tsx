import { DUE_STATE_LABEL, type DueState } from '@musubi/backend/contract/consultations';
import type { WorkSection as Section } from '@musubi/backend/contract/work';
import type { Route } from 'next';
import { Card } from '@/ui/card';
import { Link } from '@/ui/link';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import { Day } from '@/ui/time';

const TONE: Record<DueState, Tone> = { ok: 'neutral', soon: 'attention', overdue: 'alarm', stopped: 'neutral' };

/** What waits for the reader, of one kind. */
export function WorkSection({ section: { title, items, total, more, href } }: { section: Section }) {
  return (
    <Card
      title={
        <>
          {title}
          <span className="ml-2 tabular-nums">
            {total.toLocaleString('ja-JP')}
            {more && '以上'}件
          </span>
        </>
      }
      actions={href && <Link href={href as Route}>一覧を開く</Link>}
    >
      <ul className="divide-y divide-solid-gray-420">
        {items.map((item) => (
          <li
            key={item.href + item.label}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2"
          >
            <div className="min-w-0">
              {item.standsInFor && (
                <span className="mr-2">
                  <StatusBadge tone="attention">{item.standsInFor}さんの代理</StatusBadge>
                </span>
              )}
              <Link href={item.href as Route}>{item.label}</Link>
              <p className="text-dns-14N-130 text-solid-gray-700">{item.note}</p>
            </div>
            {item.dueOn && (
              <p className="flex items-center gap-2">
                <Day value={item.dueOn} />
                {item.dueState && item.dueState !== 'ok' && (
                  <StatusBadge tone={TONE[item.dueState]}>{DUE_STATE_LABEL[item.dueState]}</StatusBadge>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
