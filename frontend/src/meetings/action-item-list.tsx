import type { ActionItem } from '@musubi/backend/contract/meetings';
import { ActionButton } from '@/ui/action-button';
import { EmptyState } from '@/ui/empty-state';
import { StatusBadge } from '@/ui/status-badge';
import { Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { finishItem } from './actions';

export function ActionItemList({ items }: { items: ActionItem[] }) {
  if (items.length === 0) return <EmptyState title="宿題はありません" />;
  return (
    <Table
      caption="宿題の一覧"
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { header: '宿題', cell: ({ text }) => text, rowHeader: true },
        { header: '担当', cell: ({ ownerLabel }) => ownerLabel, nowrap: true },
        { header: '期限', cell: ({ dueOn }) => <Day value={dueOn} />, nowrap: true },
        { header: '状態', cell: (item) => <ItemState item={item} />, nowrap: true },
      ]}
    />
  );
}

function ItemState({ item: { id, text, doneAt, overdue, mayFinish } }: { item: ActionItem }) {
  if (doneAt) return <StatusBadge tone="done">済</StatusBadge>;
  return (
    <div className="grid justify-items-start gap-2">
      <StatusBadge tone={overdue ? 'alarm' : 'waiting'}>{overdue ? '期限超過' : '未了'}</StatusBadge>
      {mayFinish && (
        <ActionButton action={finishItem.bind(null, id)} size="sm" variant="outline">
          終えた<span className="sr-only">（{text}）</span>
        </ActionButton>
      )}
    </div>
  );
}
