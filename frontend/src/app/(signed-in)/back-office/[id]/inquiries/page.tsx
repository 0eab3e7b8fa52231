import type { Metadata, Route } from 'next';
import { getCaseInquiries, getQuestions } from '@/inquiries/api';
import { FollowedInquiries } from '@/inquiries/followed-inquiries';

export const metadata: Metadata = { title: '照会' };

/** The secretariat follows the inquiries of a request as the desk does those of a 相談. */
export default async function SupportInquiriesPage({ params }: PageProps<'/back-office/[id]/inquiries'>) {
  const { id } = await params;
  const [inquiries, questions] = await Promise.all([getCaseInquiries(id), getQuestions(id)]);
  const path = `/back-office/${id}/inquiries` as Route;
  return <FollowedInquiries inquiries={inquiries} questions={questions.items} path={path} />;
}
