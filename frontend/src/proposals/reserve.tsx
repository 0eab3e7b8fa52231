import type { ProposalPage } from '@musubi/backend/contract/proposals';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import { type Column, Table } from '@/ui/table';

type Waiting = ProposalPage['reserve'][number];

const COLUMNS: readonly Column<Waiting>[] = [
  { header: '支援官', cell: ({ label }) => label, rowHeader: true },
  { header: '職位の段階', cell: ({ grade }) => grade, nowrap: true },
  { header: '経験のある分野', cell: ({ skills }) => skills || '－', width: '16rem' },
  { header: '所属長の同意', cell: ({ consent }) => (consent ? 'あり' : 'なし（編成の対象外）') },
];

/** Officers in no team. */
export function Reserve({ proposal: { reserve } }: { proposal: ProposalPage }) {
  return (
    <Card title={`待機者（${reserve.length}人）`}>
      {reserve.length > 0 ? (
        <Disclosure summary="待機者の一覧" open={reserve.length <= 10}>
          <Table caption="待機者" columns={COLUMNS} rows={reserve} rowKey={({ id }) => id} dense />
        </Disclosure>
      ) : (
        <p>全員がチームに入っています。</p>
      )}
    </Card>
  );
}
