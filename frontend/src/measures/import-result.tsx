import type { MeasureImport } from '@musubi/backend/contract/measures';
import { Banner } from '@/ui/banner';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { Disclosure } from '@/ui/disclosure';
import { Table } from '@/ui/table';

const SHOWN = 100;
const number = (n: number) => `${n.toLocaleString('ja-JP')}件`;

export function Faults({ faults }: Pick<MeasureImport, 'faults'>) {
  return (
    <>
      <Banner kind="error" title={`読み取れない行があります（${number(faults.length)}）。何も取り込みません。`}>
        ファイルを直して、もう一度選んでください。
      </Banner>
      <Table
        caption="誤りのある行"
        dense
        rows={faults.map((fault, at) => ({ ...fault, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          { header: '行', numeric: true, cell: ({ line }) => line.toLocaleString('ja-JP') },
          { header: '誤り', rowHeader: true, cell: ({ message }) => message },
        ]}
      />
    </>
  );
}

export function Figures({ counts, difference }: Pick<MeasureImport, 'counts' | 'difference'>) {
  const { added, changed, unchanged, kpis } = difference;
  return (
    <Card title="件数">
      <DescriptionList
        items={[
          { term: 'ファイルの内容', value: counts.map(({ label, count }) => `${label} ${number(count)}`).join('、') },
          { term: '新しい施策', value: number(added.length) },
          { term: '変わる施策', value: number(changed.length) },
          { term: '変わらない施策', value: number(unchanged) },
          { term: 'KPIの違い', value: number(kpis) },
        ]}
      />
    </Card>
  );
}

/** What comes and what changes, measure by measure. */
export function Difference({ difference: { added, changed } }: Pick<MeasureImport, 'difference'>) {
  return (
    <>
      {added.length > 0 && (
        <Disclosure summary={`新しい施策（${number(added.length)}）`} open={added.length <= 10}>
          <ul className="list-disc pl-5">
            {added.slice(0, SHOWN).map(({ id, title, line }) => (
              <li key={id}>
                {id}　{title}（{line.toLocaleString('ja-JP')}行目）
              </li>
            ))}
          </ul>
          <More all={added.length} />
        </Disclosure>
      )}
      {changed.length > 0 && (
        <Disclosure summary={`変わる施策（${number(changed.length)}）`} open={changed.length <= 10}>
          <ul className="grid gap-4">
            {changed.slice(0, SHOWN).map(({ id, title, line, changes }) => (
              <li key={id}>
                <p className="font-700">
                  {id}　{title}（{line.toLocaleString('ja-JP')}行目）
                </p>
                <ul className="list-disc pl-5">
                  {changes.map(({ label, before, after }) => (
                    <li key={label}>
                      {label}：{before || '（なし）'} → {after || '（なし）'}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          <More all={changed.length} />
        </Disclosure>
      )}
    </>
  );
}

const More = ({ all }: { all: number }) => (all > SHOWN ? <p>ほか{number(all - SHOWN)}</p> : null);
