import {
  CALL_STATE_LABEL,
  type CallState,
  EDITION_LABEL,
  MEASURE_KIND_LABEL,
  type MeasureOwner,
  type MeasureSummary,
  OWNER_BASIS_LABEL,
} from '@musubi/backend/contract/measures';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import { Day } from '@/ui/time';

const CALL_TONE: Record<CallState, Tone> = {
  none: 'neutral',
  ahead: 'waiting',
  open: 'done',
  closing: 'attention',
  ended: 'closed',
};

export function CallBadge({ call }: { call: CallState }) {
  return call === 'none' ? null : <StatusBadge tone={CALL_TONE[call]}>{CALL_STATE_LABEL[call]}</StatusBadge>;
}

export function MeasureBadges({ edition, kind, call }: Pick<MeasureSummary, 'edition' | 'kind' | 'call'>) {
  return (
    <>
      <StatusBadge tone="neutral">{EDITION_LABEL[edition]}</StatusBadge>
      {kind === 'grant' && <StatusBadge tone="active">{MEASURE_KIND_LABEL.grant}</StatusBadge>}
      <CallBadge call={call} />
    </>
  );
}

/** 公募の期間, open at either end. */
export function CallPeriod({ applyFrom, applyUntil }: Pick<MeasureSummary, 'applyFrom' | 'applyUntil'>) {
  if (!applyFrom && !applyUntil) return '－';
  return (
    <>
      {applyFrom && <Day value={applyFrom} weekday />}～{applyUntil && <Day value={applyUntil} weekday />}
    </>
  );
}

const nameOf = ({ ministry, division }: { ministry: string; division: string }) => `${ministry} ${division}`.trim();

/** Who owns a measure, always with what that rests on. */
export function Owners({ owners }: { owners: readonly MeasureOwner[] }) {
  const groups = (['confirmed', 'cited', 'listed', 'inferred'] as const).map((basis) => ({
    basis,
    named: owners.filter((owner) => owner.basis === basis),
  }));
  const given = groups.filter(({ named }) => named.length > 0);
  if (given.length === 0) return '－';
  return given.map(({ basis, named }) => (
    <div key={basis}>
      <ul>
        {named.map((owner) => (
          <li key={`${owner.ministry} ${owner.division} ${owner.relation}`}>
            {nameOf(owner)}
            {owner.relation === 'related' && '（関係）'}
            {owner.validTo && (
              <>
                （<Day value={owner.validTo} />
                まで）
              </>
            )}
            {owner.today && <span className="text-solid-gray-700"> → 今は{nameOf(owner.today)}</span>}
          </li>
        ))}
      </ul>
      <p
        className={basis === 'inferred' ? 'text-dns-14N-130 text-orange-1100' : 'text-dns-14N-130 text-solid-gray-700'}
      >
        {OWNER_BASIS_LABEL[basis]}
      </p>
    </div>
  ));
}
