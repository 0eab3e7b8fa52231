import { CALL_STATE_LABEL } from '@musubi/backend/contract/measures';
import type { CaseSuggestions } from '@musubi/backend/contract/suggestions';
import type { Route } from 'next';
import { Link } from '@/ui/link';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import { Day } from '@/ui/time';

/** How a measure is named wherever it is suggested: its title, and its place in the strategy. */
export function MeasureName({ id, title, source }: { id: string; title: string; source: string }) {
  return (
    <>
      <Link href={`/measures/${id}` as Route}>{title}</Link>
      <span className="text-dns-14N-130 text-solid-gray-700">（総合戦略 {source}）</span>
    </>
  );
}

type Calls = CaseSuggestions['measures'][number]['call'];

const TONE: Record<Calls, Tone> = {
  none: 'neutral',
  ahead: 'waiting',
  open: 'done',
  closing: 'attention',
  ended: 'alarm',
};

/** Where its call stands; nothing where the catalogue knows of none. */
export function MeasureCall({ call, applyUntil }: Pick<CaseSuggestions['measures'][number], 'call' | 'applyUntil'>) {
  if (call === 'none') return null;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <StatusBadge tone={TONE[call]}>{CALL_STATE_LABEL[call]}</StatusBadge>
      {applyUntil && (
        <span>
          締切：
          <Day value={applyUntil} weekday />
        </span>
      )}
    </span>
  );
}
