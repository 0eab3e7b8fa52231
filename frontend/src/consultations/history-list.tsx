import type { HistoryRow } from '@musubi/backend/contract/consultations';
import { Icon } from '@/ui/icon';
import { Moment } from '@/ui/time';

const AUDIENCE: Record<HistoryRow['audience'], string> = {
  town: '',
  ministry: 'この府省庁と窓口だけ',
  inward: '窓口の内部',
};

/** Who did what, when and why. What the town does not see looks inward. */
export function HistoryList({ rows, tell }: { rows: readonly HistoryRow[]; tell: boolean }) {
  return (
    <ol className="grid gap-0 border-l-2 border-solid-gray-420">
      {rows.map(({ id, at, actor, what, reason, audience, ministry, to }) => (
        <li key={id} className="relative py-2 pl-5">
          <span aria-hidden className="absolute top-4 -left-[5px] size-2 rounded-full bg-blue-900" />
          <p>
            <span className="text-std-16B-170">{what}</span>
            {ministry && `（${ministry}）`}
            {to && <span className="text-solid-gray-700">　→ {to}</span>}
          </p>
          {reason && <p className="whitespace-pre-wrap">理由：{reason}</p>}
          <p className="text-dns-14N-130 text-solid-gray-700">
            <Moment value={at} />　{actor ? `${actor.organisation}　${actor.name}` : 'システム'}
            {tell && AUDIENCE[audience] && (
              <span className="ml-2 inline-flex items-center gap-1 text-yellow-1200">
                <Icon name="lock" className="size-4" />
                {AUDIENCE[audience]}
              </span>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
