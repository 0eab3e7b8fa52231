import type { Application } from '@musubi/backend/contract/applications';
import { Banner } from '@/ui/banner';
import { Moment } from '@/ui/time';

/** A draft is not yet an 応募, and says until when it can become one. */
export function ClosingBanner({ state, call }: Pick<Application, 'state' | 'call'>) {
  if (state !== 'draft') return null;
  if (call.standing === 'ended') {
    return (
      <Banner kind="error" title="募集は締め切りました">
        この下書きは応募されていません。締切は
        <Moment value={call.closesAt} />
        でした。
      </Banner>
    );
  }
  return (
    <Banner kind="warning" title="まだ応募していません">
      締切は
      <Moment value={call.closesAt} />
      です。この時刻になった時点で締め切ります。下書きのままでは応募になりません。
    </Banner>
  );
}
