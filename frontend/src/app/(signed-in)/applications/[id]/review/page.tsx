import type { Metadata, Route } from 'next';
import { getApplication } from '@/applications/api';
import { sheetOfApplication } from '@/karte/sheet-home';
import { SheetView } from '@/karte/sheet-view';
import { getReview } from '@/selection/api';
import { ReasonForm, ReviewForm } from '@/selection/forms';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import { DoneBanner } from '@/ui/done-banner';
import { PageHeader } from '@/ui/page-header';
import { Table } from '@/ui/table';

export const metadata: Metadata = { title: '審査票' };

export default async function ReviewPage({ params, searchParams }: PageProps<'/applications/[id]/review'>) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const [sheet, application] = await Promise.all([getReview(id), getApplication(id)]);
  const { mine, all, criteria, roundId, label, number } = sheet;
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb trail={[{ label: '審査と選定', href: `/rounds/${roundId}/selection` as Route }]} here={label} />
      <PageHeader title={`審査票　${label}`}>
        <p>{`${number}　${sheet.handedIn}／${sheet.assigned}人が提出`}</p>
      </PageHeader>
      <DoneBanner done={done} />
      <Card title={application.form.name}>
        <SheetView sheet={sheetOfApplication(application)} />
      </Card>
      {mine && !mine.handedInAt && (
        <Card title="あなたの審査票">
          <ReviewForm sheet={sheet} mine={mine} />
        </Card>
      )}
      {mine?.handedInAt && !all && <p>あなたの審査票は提出済みです。全員が提出すると、ほかの審査員の票も読めます。</p>}
      {all && (
        <Table
          caption="全員の審査票"
          columns={[
            { header: '審査員', rowHeader: true, cell: ({ reviewer }) => reviewer },
            ...criteria.map(({ key, label: name }) => ({
              header: name,
              numeric: true,
              cell: ({ scores }: (typeof all)[number]) => scores[key] ?? '－',
            })),
            { header: '100点換算', numeric: true, cell: ({ total }) => total.toFixed(2) },
            { header: '所見', cell: ({ comment }) => comment || '－', width: '15rem' },
          ]}
          rows={all}
          rowKey={({ reviewer }) => reviewer}
          dense
        />
      )}
      {application.allowedActions.includes('reconsider') && (
        <Disclosure summary="決定を取り消す">
          <ReasonForm roundId={roundId} id={id} action="reconsider" label="決定を取り消す" />
        </Disclosure>
      )}
    </div>
  );
}
