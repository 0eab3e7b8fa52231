import type { KnowledgeChange, KnowledgeKind } from '@musubi/backend/contract/knowledge';
import { Card } from '@/ui/card';
import { type Column, Table } from '@/ui/table';
import { Moment } from '@/ui/time';

const columns = (kind: KnowledgeKind): Column<KnowledgeChange>[] => [
  { header: '版', numeric: true, rowHeader: true, cell: ({ version }) => version },
  { header: kind === 'thesaurus' ? '用語' : '府省庁', cell: ({ head }) => head.join('、') },
  {
    header: '語',
    width: '16rem',
    cell: ({ words, removed }) => (removed ? '（この項目を使わない）' : words.join('、')),
  },
  { header: '出典・根拠', width: '10rem', cell: ({ source }) => source },
  { header: '変更の理由', width: '10rem', cell: ({ reason }) => reason },
  {
    header: '変更した人',
    cell: ({ madeBy, madeAt }) =>
      madeBy && (
        <>
          {madeBy}　<Moment value={madeAt} />
        </>
      ),
  },
];

export function EntryHistory({ kind, history }: { kind: KnowledgeKind; history: readonly KnowledgeChange[] }) {
  return (
    <Card title="変更の履歴">
      <Table
        caption="変更の履歴"
        columns={columns(kind)}
        rows={history}
        rowKey={({ version }) => String(version)}
        dense
      />
    </Card>
  );
}
