import type { Route } from 'next';
import { Link } from '@/ui/link';

/** A number that leads to its rows, for who may read them. Nothing is 「－」. */
export function NumberLink({ value, href, unit = '' }: { value: number | null; href: string | null; unit?: string }) {
  if (value === null) return '－';
  const text = `${value.toLocaleString('ja-JP')}${unit}`;
  return href ? <Link href={href as Route}>{text}</Link> : text;
}

/** 4.6, 95.0: always one decimal. */
export const oneDecimal = (value: number | null): string => (value === null ? '－' : value.toFixed(1));
