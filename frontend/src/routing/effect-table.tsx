import type { KnowledgeEffect } from '@musubi/backend/contract/knowledge';
import { Banner } from '@/ui/banner';
import { type Column, Table } from '@/ui/table';
import { CASE_COLUMN } from './case-column';

type Row = KnowledgeEffect['cases'][number];

const COLUMNS: Column<Row>[] = [
  CASE_COLUMN,
  { header: '今の上位3府省庁', cell: ({ before }) => before.join('、') },
  { header: '変更後の上位3府省庁', cell: ({ after }) => after.join('、') },
];

/** Case by case, which ministries would come first after a change. */
export function EffectTable({ effect: { examined, cases } }: { effect: KnowledgeEffect }) {
  return (
    <div className="grid gap-4">
      <Banner kind="info" title={`最近の相談${examined}件のうち、上位3府省庁が変わるのは${cases.length}件です。`}>
        まだ何も変わっていません。過去の採否と送付済みの照会は、変更しても変わりません。
      </Banner>
      {cases.length > 0 && (
        <Table caption="上位3府省庁が変わる相談" columns={COLUMNS} rows={cases} rowKey={({ number }) => number} dense />
      )}
    </div>
  );
}
