import { CHOICE_KIND_LABEL, type Choice, VERDICT_LABEL } from '@musubi/backend/contract/suggestions';
import { Card } from '@/ui/card';
import { type Column, Table } from '@/ui/table';
import { Moment } from '@/ui/time';

const COLUMNS: Column<Choice>[] = [
  { header: '候補', rowHeader: true, cell: ({ kind, label }) => `${CHOICE_KIND_LABEL[kind]}：${label}` },
  { header: '採否', nowrap: true, cell: ({ verdict }) => VERDICT_LABEL[verdict] },
  { header: '順位', numeric: true, cell: ({ rank }) => rank },
  {
    header: '担当者',
    cell: ({ chosenBy, chosenAt }) => (
      <>
        {chosenBy}　<Moment value={chosenAt} />
      </>
    ),
  },
  {
    header: '取消し',
    cell: ({ undoneBy, undoneAt }) =>
      undoneAt && (
        <>
          {undoneBy}　<Moment value={undoneAt} />
        </>
      ),
  },
];

/** Who chose what, and who undid it. */
export function ChoiceList({ choices }: { choices: readonly Choice[] }) {
  if (choices.length === 0) return null;
  return (
    <Card title="採否の記録" level={3}>
      <Table caption="採否の記録" columns={COLUMNS} rows={choices} rowKey={({ id }) => id} dense />
    </Card>
  );
}
