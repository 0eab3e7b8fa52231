import { SUPPORT_STATE_LABEL, type SupportSummary } from '@musubi/backend/contract/back-office';
import { StatusBadge, type Tone } from '@/ui/status-badge';

const TONE: Partial<Record<SupportSummary['state'], Tone>> = {
  submitted: 'waiting',
  triaged: 'active',
  inquiring: 'active',
  collected: 'attention',
  closed: 'done',
  withdrawn: 'closed',
};

export function SupportBadge({ state, overdue }: Pick<SupportSummary, 'state' | 'overdue'>) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      <StatusBadge tone={TONE[state] ?? 'neutral'}>{SUPPORT_STATE_LABEL[state]}</StatusBadge>
      {overdue && <StatusBadge tone="alarm">期限超過</StatusBadge>}
    </span>
  );
}
