import type { Metadata } from 'next';
import { keepPerson } from '@/hand-overs/actions';
import { getPersonHandOver } from '@/hand-overs/api';
import { groupsOf } from '@/hand-overs/groups';
import { PersonHandOverForm } from '@/hand-overs/person-form';
import type { SearchParams } from '@/lib/address';
import { ActionButton } from '@/ui/action-button';
import { Banner } from '@/ui/banner';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Day } from '@/ui/time';

export const metadata: Metadata = { title: '引継ぎ' };

export default async function PersonHandOverPage({ params, searchParams }: PageProps<'/hand-overs/people/[id]'>) {
  const [preview, done] = await Promise.all([getPersonHandOver((await params).id), searchParams]);
  const { from, total, mayEnd, leavesOn } = preview;
  return (
    <>
      <Breadcrumb trail={[{ label: '引継ぎと不在', href: '/hand-overs' }]} here={from.name} />
      <PageHeader title={`${from.name}さんの引継ぎ`}>
        <p>{from.label}</p>
      </PageHeader>
      {done.moved !== undefined && <Done done={done} left={total} />}
      {leavesOn && (
        <Banner
          kind="info"
          title={
            <>
              <Day value={leavesOn} weekday />
              に利用を停止します
            </>
          }
        >
          {mayEnd && (
            <div className="grid gap-2">
              <p>取りやめても、引き継いだものは後任に残ります。</p>
              <ActionButton action={keepPerson.bind(null, from.id)} variant="outline" size="sm">
                停止を取りやめて、利用を続ける
              </ActionButton>
            </div>
          )}
        </Banner>
      )}
      {done.done === 'stay' && !leavesOn && (
        <Banner kind="success" title="利用の停止を取りやめました。この人は引き続き利用できます。" />
      )}
      {total === 0 && (
        <EmptyState title="引き継ぐものはありません">この人が受け持っている未了の仕事は0件です。</EmptyState>
      )}
      {(total > 0 || mayEnd) && <PersonHandOverForm preview={preview} groups={groupsOf(preview.items)} />}
    </>
  );
}

function Done({ done, left }: { done: SearchParams; left: number }) {
  return (
    <Banner kind="success" title={`${done.moved}件を引き継ぎました。残りは${left}件です。`}>
      {Number(done.gone) > 0 && (
        <p>{`${done.gone}件は、確認している間にほかの人が終えたか引き継いだため、対象から外れました。`}</p>
      )}
      {done.leave === 'now' && <p>利用を停止しました。</p>}
      {Number(done.moved) > 0 && <p>後任にメールで知らせます。</p>}
    </Banner>
  );
}
