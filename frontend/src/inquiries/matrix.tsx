import type { Inquiry, InquiryRow } from '@musubi/backend/contract/inquiries';
import { ROW_STATE_LABEL } from '@musubi/backend/contract/inquiries';
import { Link } from '@/ui/link';
import { StatusBadge } from '@/ui/status-badge';
import { type Column, Table } from '@/ui/table';
import { DueDate, InquiryBadge } from './inquiry-badge';

interface Question {
  id: string;
  position: number;
  text: string;
  deskHolds: boolean;
}

/** Who was asked what, and how far it is: a line per inquiry, a column per question. */
export function Matrix({ inquiries, questions }: { inquiries: readonly Inquiry[]; questions: readonly Question[] }) {
  const columns: Column<Inquiry>[] = [
    {
      header: '照会先',
      rowHeader: true,
      width: '12rem',
      cell: (inquiry) => (
        <>
          <Link href={`#inquiry-${inquiry.id}`}>{inquiry.ministry.name}</Link>
          {inquiry.division && <span className="block text-dns-14N-130">{inquiry.division.name}</span>}
        </>
      ),
    },
    { header: '状態', cell: ({ state }) => <InquiryBadge state={state} /> },
    { header: '期限', width: '14rem', cell: (inquiry) => <DueDate inquiry={inquiry} /> },
    ...questions.map(({ id, position }) => ({
      header: `質問${position}`,
      cell: ({ rows }: Inquiry) => <Cell row={rows.find(({ questionRowId }) => questionRowId === id)} />,
    })),
  ];
  return <Table caption="照会先ごとの質問の状況" columns={columns} rows={inquiries} rowKey={({ id }) => id} />;
}

function Cell({ row }: { row: InquiryRow | undefined }) {
  if (!row) return <span className="text-solid-gray-600">－</span>;
  const suggested = row.notApplicable?.suggestedMinistry;
  return (
    <>
      {ROW_STATE_LABEL[row.state]}
      {row.state === 'answered' && row.answers.length > 1 && `（${row.answers.length}件）`}
      {suggested && <span className="block text-dns-14N-130">→{suggested.name}</span>}
    </>
  );
}

/** The questions with their numbers, and which of them nobody but the desk has. */
export function QuestionList({ questions }: { questions: readonly Question[] }) {
  return (
    <ol className="grid gap-2">
      {questions.map(({ id, position, text, deskHolds }) => (
        <li key={id} className="flex flex-wrap items-start gap-x-3 gap-y-1">
          <span className="w-16 shrink-0 font-700">質問{position}</span>
          <span className="min-w-0 flex-1 basis-72 whitespace-pre-wrap">{text}</span>
          {deskHolds && <StatusBadge tone="attention">窓口が保持</StatusBadge>}
        </li>
      ))}
    </ol>
  );
}
