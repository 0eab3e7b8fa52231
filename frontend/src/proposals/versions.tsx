import type { ProposalPage } from '@musubi/backend/contract/proposals';
import { withParams } from '@/lib/address';
import { Card } from '@/ui/card';
import { LinkButton } from '@/ui/link';
import { type Column, Table } from '@/ui/table';
import { Moment } from '@/ui/time';
import { points } from './points';

type Version = ProposalPage['versions'][number];

const COLUMNS: readonly Column<Version>[] = [
  { header: '版', cell: ({ version }) => version, numeric: true },
  { header: '変更', cell: ({ what }) => what, rowHeader: true },
  { header: '理由', cell: ({ reason }) => reason || '－', width: '16rem' },
  { header: '合計', cell: ({ total }) => points(total), numeric: true },
  { header: '最低', cell: ({ minimum }) => points(minimum), numeric: true },
  { header: '変更した人', cell: ({ by }) => by, nowrap: true },
  { header: '日時', cell: ({ at }) => <Moment value={at} />, nowrap: true },
];

/** Every change with its reason; the newest first. */
export function Versions({ proposal: { id, versions }, mayChange }: { proposal: ProposalPage; mayChange: boolean }) {
  return (
    <Card
      title="版の履歴"
      actions={
        mayChange &&
        versions.length > 1 && (
          <LinkButton href={withParams(`/proposals/${id}/change`, {}, { kind: 'undo' })} variant="outline" size="sm">
            一つ前に戻す
          </LinkButton>
        )
      }
    >
      <Table
        caption="版の履歴"
        columns={COLUMNS}
        rows={[...versions].reverse()}
        rowKey={({ version }) => String(version)}
        dense
      />
    </Card>
  );
}
