import type { CaseSheet } from '@musubi/backend/contract/case-sheets';
import { Moment } from '@/ui/time';

/** Who did what with the 事例票, as far as the reader may know. */
export function SheetHistory({ history }: Pick<CaseSheet, 'history'>) {
  return (
    <ol className="grid gap-3">
      {history.map(({ at, by, what, reason }) => (
        <li key={at + what}>
          <p>{what}</p>
          {reason && <p className="whitespace-pre-wrap">理由・記録：{reason}</p>}
          <p className="text-dns-14N-130 text-solid-gray-700">
            <Moment value={at} />　{by ?? 'システム'}
          </p>
        </li>
      ))}
    </ol>
  );
}
