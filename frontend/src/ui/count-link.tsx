import type { Figure } from '@musubi/backend/contract/dashboards';
import type { Route } from 'next';
import { Link } from '@/ui/link';

/** A number that leads to its rows; nothing leads nowhere. */
export function CountLink({ figure }: { figure: Figure | undefined }) {
  if (!figure || figure.count === 0) return <span className="text-solid-gray-600">0</span>;
  return <Link href={figure.href as Route}>{figure.count.toLocaleString('ja-JP')}</Link>;
}

export const days = (value: number | null): string => (value === null ? '－' : `${value.toLocaleString('ja-JP')}日`);
