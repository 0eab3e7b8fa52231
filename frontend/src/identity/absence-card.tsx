import type { Absence, Absences } from '@musubi/backend/contract/absences';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { type Column, Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { endAbsence } from './absence-actions';
import { AbsenceForm } from './absence-form';

const COLUMNS: readonly Column<Absence>[] = [
  {
    header: '期間',
    cell: ({ fromOn, untilOn }) => (
      <>
        <Day value={fromOn} weekday />
        から
        <Day value={untilOn} weekday />
        まで
      </>
    ),
    rowHeader: true,
  },
  { header: '代理', cell: ({ deputy }) => deputy?.name ?? '置かない', nowrap: true },
  {
    header: '変更',
    cell: ({ id, begun }) => (
      <ActionButton action={endAbsence.bind(null, id)} variant="outline" size="sm">
        {begun ? '今日から戻る' : '取り消す'}
      </ActionButton>
    ),
    nowrap: true,
  },
];

/** 不在 of the reader (`own`) or of somebody they look after. */
export function AbsenceCard({ absences, own }: { absences: Absences; own?: boolean }) {
  const { person, items, deputies } = absences;
  return (
    <Card title="不在と代理の設定">
      <div className="grid gap-6">
        {items.length > 0 && (
          <Table caption="設定した不在" columns={COLUMNS} rows={items} rowKey={({ id }) => id} dense />
        )}
        <AbsenceForm personId={own ? null : person.id} deputies={deputies} />
      </div>
    </Card>
  );
}
