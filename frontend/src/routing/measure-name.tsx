import type { Route } from 'next';
import { Link } from '@/ui/link';

/** How a measure is named wherever it is suggested: its title, and its place in the strategy. */
export function MeasureName({ id, title, source }: { id: string; title: string; source: string }) {
  return (
    <>
      <Link href={`/measures/${id}` as Route}>{title}</Link>
      <span className="text-dns-14N-130 text-solid-gray-700">（総合戦略 {source}）</span>
    </>
  );
}
