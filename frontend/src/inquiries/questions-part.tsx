import type { Questions } from '@musubi/backend/contract/inquiries';
import { QuestionForm } from './question-form';

/** @param path where the inquiries of the case stand */
export function QuestionsPart({ id, questions, path }: { id: string; questions: Questions; path: string }) {
  return (
    <div className="grid max-w-4xl gap-6">
      <h2 className="text-std-24B-150">質問を分ける・書き直す</h2>
      <p>
        一つの質問を一つの欄に書いてください。「---」だけの行を入れると、そこで二つの質問に分かれます。欄を空にすると、その質問は削除されます。
      </p>
      <QuestionForm key={questions.version} consultationId={id} path={path} questions={questions} />
    </div>
  );
}
