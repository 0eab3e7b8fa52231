import type { Measure } from '@musubi/backend/contract/measures';
import type { Route } from 'next';
import { ChipList } from '@/ui/chip';
import type { Description } from '@/ui/description-list';
import { Link } from '@/ui/link';
import { REACHED_BY_KEYBOARD } from '@/ui/table';
import { conditionsOf, Names, Position } from './measure-details';
import { MeasureBadges, Owners } from './words';

const CELL = 'min-w-56 border-b border-l border-solid-gray-420 p-3 text-left align-top font-400';

/** Measures beside each other: a column each, a line for everything that can be compared. */
export function Comparison({ measures }: { measures: readonly Measure[] }) {
  const columns = measures.map((measure) => ({ measure, aspects: aspectsOf(measure) }));
  const terms = [...new Set(columns.flatMap(({ aspects }) => aspects.map(({ term }) => term)))];
  return (
    <section aria-label="施策の比較" {...REACHED_BY_KEYBOARD} className="overflow-x-auto">
      <table className="w-full border-collapse border-t border-black text-dns-16N-130">
        <caption className="sr-only">施策の比較</caption>
        <thead className="bg-solid-gray-50">
          <tr>
            <td className="border-b border-solid-gray-420" />
            {measures.map(({ id, title }) => (
              <th key={id} scope="col" className={CELL}>
                <Link href={`/measures/${id}` as Route}>{title}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <tr key={term}>
              <th scope="row" className="min-w-24 border-b border-solid-gray-420 p-3 text-left align-top font-700">
                {term}
              </th>
              {columns.map(({ measure, aspects }) => (
                <td key={measure.id} className={CELL}>
                  <div className="whitespace-pre-wrap">
                    {aspects.find((aspect) => aspect.term === term)?.value || '－'}
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const aspectsOf = (measure: Measure): Description[] => [
  { term: '版', value: <MeasureBadges {...measure} /> },
  { term: '所管', value: <Owners owners={measure.owners} /> },
  { term: '位置', value: <Position {...measure} /> },
  { term: '主な事業', value: <Names names={measure.programs} /> },
  { term: '政策分野', value: <ChipList label="政策分野" items={measure.fields} /> },
  { term: '内容', value: measure.text },
  ...conditionsOf(measure),
];
