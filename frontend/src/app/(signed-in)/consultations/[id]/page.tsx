import type { Metadata, Route } from 'next';
import { getConsultation } from '@/consultations/api';
import { Additions, Attachments, Corrections, Expectation, KarteView, Relations } from '@/consultations/case-overview';
import { HistoryList } from '@/consultations/history-list';
import { getExplanations } from '@/deadlines/api';
import { Banner } from '@/ui/banner';
import { Card } from '@/ui/card';
import { Link } from '@/ui/link';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '概要' };

export default async function CasePage({ params, searchParams }: PageProps<'/consultations/[id]'>) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const [consultation, { items: explanations }] = await Promise.all([getConsultation(id), getExplanations(id)]);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <WithoutScripts />
      <div className="grid gap-6">
        {done && <Banner kind="success" title={done === 'add' ? '追記しました。' : '操作を終えました。'} />}
        <Corrections corrections={consultation.corrections} />
        <Expectation expectation={consultation.expectation} explanations={explanations} />
        <KarteView karte={consultation.karte} />
        <Additions additions={consultation.additions} />
        <Attachments attachments={consultation.attachments} />
        <Relations {...consultation} />
      </div>
      <div className="grid gap-6">
        <Card title="最近の動き">
          <HistoryList rows={consultation.recent} tell={consultation.tabs.includes('notes')} />
          <p className="mt-3">
            <Link href={`/consultations/${id}/history` as Route}>履歴をすべて見る</Link>
          </p>
        </Card>
        {consultation.allowedActions.includes('assign') && (
          <p>
            <Link href={`/consultations/${id}/suggestions` as Route}>照会先と施策の候補を見る</Link>
          </p>
        )}
        <p>
          <Link href={`/consultations/${id}/print` as Route}>相談カルテを印刷する</Link>
        </p>
        {consultation.allowedActions.includes('attach') && !consultation.allowedActions.includes('edit') && (
          <p>
            <Link href={`/consultations/${id}/edit` as Route}>資料を追加する</Link>
          </p>
        )}
      </div>
    </div>
  );
}
