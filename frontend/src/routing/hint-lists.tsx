import type { KarteHints } from '@musubi/backend/contract/suggestions';
import type { Route } from 'next';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import { Link } from '@/ui/link';
import { MeasureCall, MeasureName } from '@/ui/measure-name';
import { Said } from './said';

export function HintMeasures({ measures, contexts }: Pick<KarteHints, 'measures' | 'contexts'>) {
  if (measures.length === 0) return null;
  return (
    <Card title="関係しそうな国の施策" level={3}>
      <ul className="grid gap-3">
        {measures.map(({ id, title, ref, terms, everyday, thesaurus, call, applyUntil }) => {
          const words = [...terms, ...everyday, ...thesaurus.flatMap((entry) => entry.words)];
          return (
            <li key={id} className="grid gap-1 border-t border-solid-gray-420 pt-3">
              <p>
                <MeasureName id={id} title={title} source={ref} />
              </p>
              <MeasureCall call={call} applyUntil={applyUntil} />
              {words.length > 0 && (
                <Disclosure summary={`手がかりの言葉：${[...new Set(words)].join('、')}`}>
                  <Said words={words} contexts={contexts} />
                </Disclosure>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

export function HintPractices({ practices, contexts }: Pick<KarteHints, 'practices' | 'contexts'>) {
  if (practices.length === 0) return null;
  return (
    <Card title="似た好事例" level={3}>
      <ul className="grid gap-3">
        {practices.map(({ id, name, places, elements, words }) => (
          <li key={id} className="grid gap-1 border-t border-solid-gray-420 pt-3">
            <p className="font-700">
              <Link href={`/good-practices/${id}` as Route}>{name}</Link>
            </p>
            <p>
              {places.map(({ label }) => label).join('、')}　{elements.join(' × ')}
            </p>
            <Disclosure summary={`共通する言葉：${words.join('、')}`}>
              <Said words={words} contexts={contexts} />
            </Disclosure>
          </li>
        ))}
      </ul>
    </Card>
  );
}
