import type { Metadata, Route } from 'next';
import { getCaseInquiries, getQuestions } from '@/inquiries/api';
import { AskedList } from '@/inquiries/asked-list';
import { FollowedInquiries } from '@/inquiries/followed-inquiries';
import { InquiryTable } from '@/inquiries/inquiry-table';

export const metadata: Metadata = { title: '照会' };

/** The desk follows all inquiries of a case, a ministry finds its own, a town learns who was asked. */
export default async function CaseInquiriesPage({ params }: PageProps<'/consultations/[id]/inquiries'>) {
  const { id } = await params;
  const inquiries = await getCaseInquiries(id);
  if (!inquiries.mayFollow) {
    const { items, asked } = inquiries;
    return (
      <>
        <h2 className="text-std-24B-150">照会</h2>
        {items.length > 0 ? <InquiryTable inquiries={items} /> : <AskedList asked={asked} />}
      </>
    );
  }
  const path = `/consultations/${id}/inquiries` as Route;
  return <FollowedInquiries inquiries={inquiries} questions={(await getQuestions(id)).items} path={path} />;
}
