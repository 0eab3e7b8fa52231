import type { Metadata } from 'next';
import { getQuestions } from '@/inquiries/api';
import { QuestionsPart } from '@/inquiries/questions-part';

export const metadata: Metadata = { title: '質問を分ける・書き直す' };

export default async function SupportQuestionsPage({ params }: PageProps<'/back-office/[id]/inquiries/questions'>) {
  const { id } = await params;
  return <QuestionsPart id={id} questions={await getQuestions(id)} path={`/back-office/${id}/inquiries`} />;
}
