import type { QuestionFigures } from '@musubi/backend/contract/satisfaction';
import { Bar } from '@/ui/bar';
import { Card } from '@/ui/card';
import { type Column, Table } from '@/ui/table';
import { NumberLink, oneDecimal } from './number-link';

type Share = QuestionFigures['shares'][number];

const COLUMNS: Column<Share>[] = [
  {
    header: '回答',
    rowHeader: true,
    cell: ({ value, label }) => (/^\d$/.test(value) ? `${value}　${label}` : label),
  },
  { header: '件数', numeric: true, nowrap: true, cell: ({ count, href }) => <NumberLink value={count} href={href} /> },
  { header: '割合（％）', numeric: true, nowrap: true, cell: ({ percent }) => oneDecimal(percent) },
  { header: '分布', width: '8rem', cell: ({ percent }) => percent !== null && <Bar percent={percent} /> },
];

/** What was printed for R7, beside our own figures. */
const PUBLISHED: Column<Share> = {
  header: '公表値（％）',
  numeric: true,
  nowrap: true,
  cell: ({ published }) => published ?? '－',
};

/** One question: n, mean, and how many said what. The table is the chart: bars only show its numbers. */
export function QuestionCard({ question }: { question: QuestionFigures }) {
  const { label, kind, n, mean, href, shares, published } = question;
  const quoted = shares.some((share) => share.published);
  return (
    <Card title={label}>
      {n === null ? (
        <p>5件未満のため表示しません。</p>
      ) : (
        <div className="grid gap-4">
          <p>
            {kind === 'scale' && (
              <>
                平均 <strong className="text-std-20B-150 tabular-nums">{oneDecimal(mean)}</strong>　
              </>
            )}
            n＝
            <NumberLink value={n} href={href} />
            {kind === 'multi' && '（複数回答。割合は回答者に対するもの）'}
            {published && `　公表値 平均${published.mean}（n＝${published.n}）`}
          </p>
          {shares.length > 0 && (
            <Table
              caption={`${label}の分布`}
              columns={quoted ? [...COLUMNS, PUBLISHED] : COLUMNS}
              rows={shares}
              rowKey={({ value }) => value}
              dense
            />
          )}
        </div>
      )}
    </Card>
  );
}
