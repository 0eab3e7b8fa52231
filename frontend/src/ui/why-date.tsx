import { DEADLINE_KIND_LABEL, type Explanation, OFFICE_CALENDAR_LABEL } from '@musubi/backend/contract/deadlines';
import { Disclosure } from './disclosure';
import { ExplanationLines } from './explanation-lines';
import { StatusBadge } from './status-badge';

export const titleOf = ({ clock, kind, ministry }: Explanation): string => {
  if (clock === 'reply') return '回答書の期限';
  return clock === 'inquiry' ? `照会の期限（${ministry}）` : `今の段階の期限（${DEADLINE_KIND_LABEL[kind]}）`;
};

/** A date may still move where the state has not published the holidays. */
export const Provisional = () => <StatusBadge tone="waiting">暫定</StatusBadge>;

export function WhyText({ explanation: { lines, calendar, provisional } }: { explanation: Explanation }) {
  return (
    <div className="grid gap-3">
      <ExplanationLines lines={lines} />
      <p className="text-dns-14N-130 text-solid-gray-800">
        {OFFICE_CALENDAR_LABEL[calendar]}の休日（土曜日、日曜日、国民の祝日、12月29日から1月3日まで等）は数えません。
      </p>
      {provisional && (
        <p>
          <Provisional /> この年の祝日はまだ公表されていないため、公表の後に変わることがあります。
        </p>
      )}
    </div>
  );
}

/** The drawer beside a date. */
export function WhyDate({ explanation }: { explanation: Explanation | undefined }) {
  if (!explanation) return null;
  return (
    <Disclosure summary="なぜこの日付か">
      <WhyText explanation={explanation} />
    </Disclosure>
  );
}
