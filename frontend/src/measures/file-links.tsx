import type { Route } from 'next';
import { LinkButton } from '@/ui/link';

const PAGING = ['page', 'size'];

/** The measures that were found, as files. The Excel file can be corrected and imported again. */
export function FileLinks({ query }: { query: URLSearchParams }) {
  const conditions = [...query].filter(([name]) => !PAGING.includes(name));
  const href = (name: string, more: Record<string, string> = {}) =>
    `/api/${name}?${new URLSearchParams([...conditions, ...Object.entries(more)])}` as Route;
  return (
    <div className="no-print grid gap-1">
      <div className="flex flex-wrap gap-2">
        <LinkButton href={href('measures.xlsx')} variant="outline" size="sm">
          Excelで保存する
        </LinkButton>
        <LinkButton href={href('measures.csv')} variant="outline" size="sm">
          CSVで保存する（UTF-8）
        </LinkButton>
        <LinkButton href={href('measures.csv', { encoding: 'shift_jis' })} variant="outline" size="sm">
          CSVで保存する（Shift_JIS）
        </LinkButton>
      </div>
      <p className="text-dns-14N-130">Shift_JISにない文字は「〓」になります。</p>
    </div>
  );
}
