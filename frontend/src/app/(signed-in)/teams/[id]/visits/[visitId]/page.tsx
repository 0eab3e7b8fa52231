import { VISIT_STATE_LABEL } from '@musubi/backend/contract/visits';
import type { Metadata, Route } from 'next';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import { LinkButton } from '@/ui/link';
import { Moment } from '@/ui/time';
import { getVisit } from '@/visits/api';
import { CancelForm } from '@/visits/cancel-form';
import { NoteList, Photos, VisitFacts } from '@/visits/visit-view';

export const metadata: Metadata = { title: '現地訪問' };

export default async function VisitPage({ params }: PageProps<'/teams/[id]/visits/[visitId]'>) {
  const { id, visitId } = await params;
  const visit = await getVisit(visitId);
  const may = (action: (typeof visit.allowedActions)[number]) => visit.allowedActions.includes(action);
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb trail={[{ label: '現地訪問', href: `/teams/${id}/visits` as Route }]} here="訪問の内容" />
      <h2 className="text-std-22B-150">現地訪問（{VISIT_STATE_LABEL[visit.state]}）</h2>
      <p>
        {visit.updatedBy} が <Moment value={visit.updatedAt} /> に保存
      </p>
      {may('edit') && (
        <div className="flex flex-wrap gap-4">
          <LinkButton href={`/teams/${id}/visits/${visitId}/edit` as Route}>
            {visit.state === 'planned' ? '計画を直す・結果を書く' : '結果を直す'}
          </LinkButton>
          <LinkButton href={`/teams/${id}/note` as Route} variant="outline">
            訪問メモを書く
          </LinkButton>
        </div>
      )}
      <VisitFacts visit={visit} />
      <Card title="訪問メモ">
        <NoteList notes={visit.notes} />
      </Card>
      <Photos visit={visit} />
      {may('cancel') && (
        <Disclosure summary="訪問を取りやめる">
          <CancelForm id={visitId} version={visit.version} />
        </Disclosure>
      )}
    </div>
  );
}
