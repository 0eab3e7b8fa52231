import {
  INQUIRY_STATE_LABEL,
  type InquiryState,
  ROW_STATE_LABEL,
  type RowState,
} from '@musubi/backend/contract/inquiries';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import { Day } from '@/ui/time';
import { Provisional } from '@/ui/why-date';
import { WhyLink } from '@/ui/why-link';

const TONE: Record<InquiryState, Tone> = {
  asked: 'waiting',
  acknowledged: 'active',
  questioned: 'attention',
  answered: 'done',
  notApplicable: 'neutral',
  cancelled: 'closed',
};

export const InquiryBadge = ({ state }: { state: InquiryState }) => (
  <StatusBadge tone={TONE[state]}>{INQUIRY_STATE_LABEL[state]}</StatusBadge>
);

const ROW_TONE: Record<RowState, Tone> = {
  open: 'waiting',
  answered: 'done',
  notApplicable: 'neutral',
  cancelled: 'closed',
};

export const RowBadge = ({ state }: { state: RowState }) => (
  <StatusBadge tone={ROW_TONE[state]}>{ROW_STATE_LABEL[state]}</StatusBadge>
);

interface Timed {
  id: string;
  consultation: { id: string };
  dueProvisional: boolean;
  state: InquiryState;
  dueOn: string;
  workdaysLeft: number;
  overdue: boolean;
}

/** The due date, and in words how near it is while somebody still has to answer. */
export function DueDate({ inquiry }: { inquiry: Timed }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <WhyLink id={inquiry.consultation.id} at={`inquiry-${inquiry.id}`}>
        <Day value={inquiry.dueOn} weekday />
      </WhyLink>
      {inquiry.dueProvisional && <Provisional />}
      {inquiry.overdue ? (
        <StatusBadge tone="alarm">{-inquiry.workdaysLeft}営業日超過</StatusBadge>
      ) : (
        <Nearness {...inquiry} />
      )}
    </span>
  );
}

function Nearness({ state, workdaysLeft }: Timed) {
  if (state === 'questioned') return <StatusBadge tone="neutral">期限停止中</StatusBadge>;
  if (state !== 'asked' && state !== 'acknowledged') return null;
  if (workdaysLeft > 3) return <span className="text-solid-gray-700">あと{workdaysLeft}営業日</span>;
  return <StatusBadge tone="attention">{workdaysLeft === 0 ? '今日が期限' : `あと${workdaysLeft}営業日`}</StatusBadge>;
}
