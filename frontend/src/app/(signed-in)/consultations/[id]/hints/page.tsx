import type { Metadata, Route } from 'next';
import { getConsultation } from '@/consultations/api';
import { getHints } from '@/routing/api';
import { HintMeasures, HintPractices } from '@/routing/hint-lists';
import { HintQuestions } from '@/routing/hint-questions';
import { SimilarCases } from '@/routing/similar-cases';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '参考になる施策と好事例' };

/** Help for whoever writes the カルテ, from what was saved last. */
export default async function HintsPage({ params }: PageProps<'/consultations/[id]/hints'>) {
  const { id } = await params;
  const { allowedActions } = await getConsultation(id);
  if (!allowedActions.includes('edit')) {
    return <EmptyState title="この画面は、相談カルテを書いている間だけ表示します" />;
  }
  const hints = await getHints(id);
  const nothing = hints.measures.length === 0 && hints.practices.length === 0;
  return (
    <>
      <WithoutScripts />
      <div className="grid max-w-4xl gap-2">
        <h2 className="text-std-24B-150">参考になる施策と好事例</h2>
        <p>
          保存した相談カルテの言葉から機械的に探したものです。当てはまるかどうかは、提出の後に窓口と府省庁がお答えします。この画面を見たことは記録されず、提出にも影響しません。
        </p>
        <p>
          <LinkButton href={`/consultations/${id}/edit` as Route} variant="outline">
            相談カルテに戻る
          </LinkButton>
        </p>
      </div>
      <div className="grid max-w-4xl gap-6">
        <HintQuestions {...hints} />
        {nothing ? (
          <EmptyState title="参考になるものは、まだ見つかりません">
            件名、地域の現状・課題、掛け合わせる要素を書いて保存すると表示されます。
          </EmptyState>
        ) : (
          <>
            <HintMeasures {...hints} />
            <HintPractices {...hints} />
            <SimilarCases {...hints} />
          </>
        )}
      </div>
    </>
  );
}
