import type { Choice } from '@musubi/backend/contract/suggestions';
import type { Metadata } from 'next';
import { getConsultation } from '@/consultations/api';
import { withRecipients } from '@/lib/recipients';
import { getSuggestions } from '@/routing/api';
import { ChoiceList } from '@/routing/choice-list';
import { MeasureSuggestions } from '@/routing/measure-suggestions';
import { MinistrySuggestions } from '@/routing/ministry-suggestions';
import { RefusedChoice } from '@/routing/refused-choice';
import { RulesCard } from '@/routing/rules-card';
import { SimilarCases } from '@/routing/similar-cases';
import { standing } from '@/routing/standing';
import { SuggestionFlags } from '@/routing/suggestion-flags';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '照会先と施策の候補' };

/** What the desk may ask whom, each with its evidence. Nothing is chosen beforehand. */
export default async function SuggestionsPage({ params, searchParams }: PageProps<'/consultations/[id]/suggestions'>) {
  const [{ id }, { refused }] = await Promise.all([params, searchParams]);
  const { allowedActions } = await getConsultation(id);
  if (!allowedActions.includes('assign')) {
    return (
      <EmptyState title="今は、候補を表示できません">
        候補は、提出されてから完了するまでの相談について、窓口だけに表示します。
      </EmptyState>
    );
  }
  const suggestions = await getSuggestions(id);
  const ministries = standing(suggestions.choices, 'ministry');
  return (
    <>
      <WithoutScripts />
      <div className="grid max-w-4xl gap-4">
        <h2 className="text-std-24B-150">照会先と施策の候補</h2>
        <p>
          相談カルテの言葉から機械的に求めた候補です。採否は担当者が決めてください。この画面の内容は、団体と府省庁には表示されません。
        </p>
        <RefusedChoice code={String(refused)} />
        <SuggestionFlags {...suggestions} />
        <RulesCard id={id} {...suggestions} mayAsk={allowedActions.includes('inquire')} />
      </div>
      {ministries.length > 0 && allowedActions.includes('inquire') && (
        <p>
          <LinkButton href={askPath(id, ministries)}>採用した{ministries.length}府省庁への照会を作る</LinkButton>
        </p>
      )}
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <MinistrySuggestions id={id} {...suggestions} />
        <div className="grid gap-6">
          <MeasureSuggestions id={id} {...suggestions} />
          <SimilarCases {...suggestions} />
        </div>
      </div>
      <ChoiceList {...suggestions} />
    </>
  );
}

const askPath = (id: string, ministries: readonly Choice[]) =>
  withRecipients(
    `/consultations/${id}/inquiries/new`,
    ministries.map(({ subject }) => subject),
  );
