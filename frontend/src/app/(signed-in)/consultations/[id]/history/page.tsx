import type { Metadata } from 'next';
import { getConsultation, getHistory } from '@/consultations/api';
import { HistoryList } from '@/consultations/history-list';
import { getSubmissions } from '@/karte/api';
import { SubmissionChanges } from '@/karte/submission-changes';
import { withParams } from '@/lib/address';
import { Pagination } from '@/ui/pagination';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '履歴' };

export default async function HistoryPage({ params, searchParams }: PageProps<'/consultations/[id]/history'>) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const page = Number(query.page ?? 1);
  const [consultation, { items, total }] = await Promise.all([getConsultation(id), getHistory(id, page)]);
  // Whoever reads what was asked to correct may read what was changed.
  const submissions = consultation.corrections.length > 0 ? (await getSubmissions(id)).items : [];
  return (
    <div className="grid max-w-4xl gap-6">
      <WithoutScripts />
      <h2 className="text-std-24B-150">履歴</h2>
      <SubmissionChanges submissions={submissions} />
      <HistoryList rows={items} tell={consultation.tabs.includes('notes')} />
      <Pagination
        total={total}
        page={page}
        size={100}
        href={(to) => withParams(`/consultations/${id}/history`, query, { page: to })}
      />
    </div>
  );
}
