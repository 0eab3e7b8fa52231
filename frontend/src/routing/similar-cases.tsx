import type { CaseSuggestions } from '@musubi/backend/contract/suggestions';
import type { Route } from 'next';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { Moment } from '@/ui/time';
import { Said } from './said';

export function SimilarCases({ similarCases, contexts }: Pick<CaseSuggestions, 'similarCases' | 'contexts'>) {
  return (
    <Card title="似た相談" level={3}>
      {similarCases.length === 0 ? (
        <EmptyState title="似た相談は見つかりませんでした" />
      ) : (
        <ul className="grid gap-4">
          {similarCases.map(({ id, number, title, municipality, stateLabel, submittedAt, words }) => (
            <li key={id} className="grid gap-1 border-t border-solid-gray-420 pt-3">
              <p className="wrap-anywhere">
                <Link href={`/consultations/${id}` as Route}>
                  {number} {title}
                </Link>
              </p>
              <p className="text-dns-14N-130 text-solid-gray-700">
                {municipality}　{stateLabel}　<Moment value={submittedAt} />
                提出
              </p>
              <Disclosure summary={`共通する言葉：${words.join('、')}`}>
                <Said words={words} contexts={contexts} />
              </Disclosure>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
