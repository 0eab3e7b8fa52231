import type { CaseSuggestions } from '@musubi/backend/contract/suggestions';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import { EmptyState } from '@/ui/empty-state';
import { StatusBadge } from '@/ui/status-badge';
import { ChoiceButtons } from './choice-buttons';
import { MinistryEvidence, wordsBehind } from './ministry-evidence';
import { Why } from './why';

/** So many words tell at a glance why a ministry is suggested. */
const AT_A_GLANCE = 5;

type Props = { id: string } & Pick<CaseSuggestions, 'ministries' | 'contexts' | 'choices' | 'knowledge'>;

export function MinistrySuggestions({ id, ministries, contexts, choices, knowledge }: Props) {
  return (
    <Card title="照会先の候補" level={3}>
      {ministries.length === 0 ? (
        <EmptyState title="候補はありません">相談カルテの言葉から照会先を求められませんでした。</EmptyState>
      ) : (
        <ol className="grid gap-6">
          {ministries.map((ministry, at) => (
            <li
              key={ministry.name}
              id={ministry.id ?? undefined}
              className="grid gap-3 border-t border-solid-gray-420 pt-4"
            >
              <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
                <h4 className="text-std-18B-160">
                  {at + 1}　{ministry.name}
                </h4>
                {ministry.leads && <StatusBadge tone="active">最初に尋ねる候補</StatusBadge>}
              </div>
              {ministry.id ? (
                <ChoiceButtons
                  consultationId={id}
                  kind="ministry"
                  subject={ministry.id}
                  name={ministry.name}
                  choices={choices}
                  knowledge={knowledge}
                />
              ) : (
                <p className="text-dns-14N-130">照会先として登録されていないため、この画面からは採用できません。</p>
              )}
              <p className="text-dns-14N-130">
                典拠{ministry.citations.length + ministry.remits.length}件、推定{ministry.inferences.length}件。言葉：
                {wordsBehind(ministry).slice(0, AT_A_GLANCE).join('、')}
              </p>
              <Disclosure summary={<Why of={ministry.name} />} open={at === 0}>
                <MinistryEvidence ministry={ministry} contexts={contexts} />
              </Disclosure>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
