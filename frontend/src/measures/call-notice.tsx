import type { Measure } from '@musubi/backend/contract/measures';
import { Banner } from '@/ui/banner';
import { Day } from '@/ui/time';

/** Said above everything else: a call that is about to end, or has ended. */
export function CallNotice({ call, applyUntil }: Pick<Measure, 'call' | 'applyUntil'>) {
  if (call === 'closing')
    return (
      <Banner kind="warning" title="公募の締切が近づいています。">
        締切は
        <Day value={applyUntil} weekday />
        です。
      </Banner>
    );
  if (call === 'ended')
    return (
      <Banner kind="warning" title="この公募は終了しました。">
        締切は
        <Day value={applyUntil} weekday />
        でした。案内するときは、次の公募の予定を所管の府省庁に確認してください。
      </Banner>
    );
  return null;
}
