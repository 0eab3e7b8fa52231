import type { RoutingRuleEffect } from '@musubi/backend/contract/routing-rules';
import { Banner } from '@/ui/banner';
import { type Column, Table } from '@/ui/table';
import { CASE_COLUMN } from './case-column';

const COLUMNS: Column<RoutingRuleEffect['cases'][number]>[] = [
  CASE_COLUMN,
  { header: 'この府省庁への照会', nowrap: true, cell: ({ asked }) => (asked ? '照会した' : '照会していない') },
];

/** Which of the newest cases a rule meets, and where its ministry was asked without it. */
export function RuleEffect({ effect: { examined, asked, cases } }: { effect: RoutingRuleEffect }) {
  return (
    <div className="grid gap-4">
      <Banner
        kind="info"
        title={`最近の相談${examined}件のうち、当てはまるのは${cases.length}件、この府省庁に実際に照会したのは${asked}件です。`}
      >
        まだ何も変わっていません。規則は候補を示すだけで、照会を送ることはありません。
      </Banner>
      {cases.length > 0 && (
        <Table caption="規則に当てはまる相談" columns={COLUMNS} rows={cases} rowKey={({ number }) => number} dense />
      )}
    </div>
  );
}
