import type { Metadata, Route } from 'next';
import { getCaseInquiries, getQuestions } from '@/inquiries/api';
import { AskedList } from '@/inquiries/asked-list';
import { InquiryCard } from '@/inquiries/inquiry-card';
import { InquiryTable } from '@/inquiries/inquiry-table';
import { Matrix, QuestionList } from '@/inquiries/matrix';
import { Waiting } from '@/inquiries/waiting';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link';

export const metadata: Metadata = { title: '照会' };

/** The desk follows all inquiries of a case, a ministry finds its own, a town learns who was asked. */
export default async function CaseInquiriesPage({ params }: PageProps<'/consultations/[id]/inquiries'>) {
  const { id } = await params;
  const { items, asked, allowedActions, mayFollow } = await getCaseInquiries(id);
  if (!mayFollow) {
    return (
      <>
        <h2 className="text-std-24B-150">照会</h2>
        {items.length > 0 ? <InquiryTable inquiries={items} /> : <AskedList asked={asked} />}
      </>
    );
  }
  const questions = (await getQuestions(id)).items;
  const here = `/consultations/${id}/inquiries`;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h2 className="text-std-24B-150">照会</h2>
        {allowedActions.includes('inquire') && <LinkButton href={`${here}/new` as Route}>府省庁に照会する</LinkButton>}
      </div>
      <Card
        title="質問"
        actions={
          allowedActions.includes('splitQuestions') && (
            <LinkButton href={`${here}/questions` as Route} variant="outline" size="sm">
              質問を分ける・書き直す
            </LinkButton>
          )
        }
      >
        <QuestionList questions={questions} />
      </Card>
      {items.length === 0 ? (
        <EmptyState title="照会はまだありません">質問ごとに、回答してもらう府省庁を選んで照会してください。</EmptyState>
      ) : (
        <>
          <Waiting inquiries={items} />
          <Matrix inquiries={items} questions={questions} />
          <div className="grid max-w-4xl gap-6">
            {items.map((inquiry) => (
              <InquiryCard key={inquiry.id} inquiry={inquiry} />
            ))}
          </div>
        </>
      )}
    </>
  );
}
