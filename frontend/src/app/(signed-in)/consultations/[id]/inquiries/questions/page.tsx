import type { Metadata } from 'next';
import { getQuestions } from '@/inquiries/api';
import { QuestionForm } from '@/inquiries/question-form';

export const metadata: Metadata = { title: '質問を分ける・書き直す' };

export default async function QuestionsPage({ params }: PageProps<'/consultations/[id]/inquiries/questions'>) {
  const { id } = await params;
  const questions = await getQuestions(id);
  return (
    <div className="grid max-w-4xl gap-6">
      <h2 className="text-std-24B-150">質問を分ける・書き直す</h2>
      <p>
        一つの質問を一つの欄に書いてください。「---」だけの行を入れると、そこで二つの質問に分かれます。欄を空にすると、その質問は削除されます。
      </p>
      <QuestionForm key={questions.version} consultationId={id} questions={questions} />
    </div>
  );
}
