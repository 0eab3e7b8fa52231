import type { CaseSuggestions, Context } from '@musubi/backend/contract/suggestions';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import { EmptyState } from '@/ui/empty-state';
import { MeasureCall, MeasureName } from '@/ui/measure-name';
import { StatusBadge } from '@/ui/status-badge';
import { ChoiceButtons } from './choice-buttons';
import { Said } from './said';
import { Why } from './why';

type Measure = CaseSuggestions['measures'][number];

type Props = { id: string } & Pick<CaseSuggestions, 'measures' | 'contexts' | 'choices' | 'knowledge'>;

export function MeasureSuggestions({ id, measures, contexts, choices, knowledge }: Props) {
  return (
    <Card title="施策の候補" level={3}>
      <p className="mb-4">
        2025年の総合戦略（R7）の施策です。担当府省庁は窓口の推定で、引用できません。要件や公募の時期は、府省庁に確認してください。
      </p>
      {measures.length === 0 ? (
        <EmptyState title="候補はありません">相談カルテの言葉に近い施策がありませんでした。</EmptyState>
      ) : (
        <ol className="grid gap-5">
          {measures.map((measure, at) => (
            <li key={measure.id} id={measure.id} className="grid gap-2 border-t border-solid-gray-420 pt-4">
              <h4 className="text-std-17B-170">
                {at + 1}　
                <MeasureName id={measure.id} title={measure.title} source={measure.ref} />
              </h4>
              <p className="flex flex-wrap items-center gap-2">
                <StatusBadge tone="waiting">推定</StatusBadge>
                <span>担当：{measure.owners.join('、')}</span>
                <MeasureCall call={measure.call} applyUntil={measure.applyUntil} />
              </p>
              <ChoiceButtons
                consultationId={id}
                kind="measure"
                subject={measure.id}
                name={measure.title}
                choices={choices}
                knowledge={knowledge}
              />
              <Disclosure summary={<Why of={measure.title} />}>
                <MeasureEvidence measure={measure} contexts={contexts} />
              </Disclosure>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function MeasureEvidence({
  measure: { terms, everyday, thesaurus },
  contexts,
}: {
  measure: Pick<Measure, 'terms' | 'everyday' | 'thesaurus'>;
  contexts: readonly Context[];
}) {
  return (
    <div className="grid gap-3">
      {terms.length > 0 && (
        <div>
          <p className="font-700">施策と共通する言葉：{terms.join('、')}</p>
          <Said words={terms} contexts={contexts} />
        </div>
      )}
      {everyday.length > 0 && (
        <div>
          <p className="font-700">この施策についての町での言い方（窓口が選んだ語）：{everyday.join('、')}</p>
          <Said words={everyday} contexts={contexts} />
        </div>
      )}
      {thesaurus.map(({ words, policy }) => (
        <div key={policy.join()}>
          <p className="font-700">
            類語辞書：「{words.join('」「')}」→ 施策の用語「{policy.join('」「')}」
          </p>
          <Said words={words} contexts={contexts} />
        </div>
      ))}
      {terms.length === 0 && everyday.length === 0 && thesaurus.length === 0 && (
        <p>共通する言葉はありません。似た2022年の記載と、照会先の候補の順位から求めた施策です。</p>
      )}
    </div>
  );
}
