import type { ConsultationItem } from '@musubi/backend/contract/consultations';
import { CHIP_STATE_LABEL, type MinistryChip } from '@musubi/backend/contract/consultations';
import type { ConsultationState } from '@musubi/backend/contract/lifecycle';
import { ChipList } from '@/ui/chip';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import { Day } from '@/ui/time';
import { Provisional } from '@/ui/why-date';
import { WhyLink } from '@/ui/why-link';

const TONE: Record<ConsultationState, Tone> = {
  draft: 'neutral',
  reviewing: 'neutral',
  submitted: 'waiting',
  checking: 'active',
  returned: 'attention',
  correcting: 'attention',
  triaged: 'active',
  inquiring: 'active',
  collected: 'waiting',
  drafting: 'active',
  approving: 'waiting',
  replied: 'done',
  followUp: 'active',
  closing: 'waiting',
  closed: 'closed',
  withdrawn: 'closed',
  outOfScope: 'closed',
  merged: 'closed',
};

export const StateBadge = ({ state, stateLabel }: Pick<ConsultationItem, 'state' | 'stateLabel'>) => (
  <StatusBadge tone={TONE[state]}>{stateLabel}</StatusBadge>
);

/** The date that counts now, and in words how near it is. */
export function Due({ item: { id, dueOn, dueState, dueProvisional, workdaysLeft } }: { item: ConsultationItem }) {
  if (!dueOn || !dueState) return '－';
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <WhyLink id={id} at="reply">
        <Day value={dueOn} />
      </WhyLink>
      {dueProvisional && <Provisional />}
      {dueState === 'stopped' && <StatusBadge tone="neutral">期限停止中</StatusBadge>}
      {dueState === 'overdue' && <StatusBadge tone="alarm">{-(workdaysLeft ?? 0)}営業日超過</StatusBadge>}
      {dueState === 'soon' && (
        <StatusBadge tone="attention">{workdaysLeft === 0 ? '今日が期限' : `あと${workdaysLeft}営業日`}</StatusBadge>
      )}
      {dueState === 'ok' && <span className="text-solid-gray-700">あと{workdaysLeft}営業日</span>}
    </span>
  );
}

/** Who was asked; with how far each is, where the reader may know. */
export const MinistryChips = ({ ministries }: { ministries: readonly MinistryChip[] }) => (
  <ChipList
    label="照会した府省庁"
    items={ministries.map(({ shortName, state }) => (state ? `${shortName}：${CHIP_STATE_LABEL[state]}` : shortName))}
  />
);
