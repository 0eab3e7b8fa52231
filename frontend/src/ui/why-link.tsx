import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Link } from './link';

/** A date that leads to its reasons. */
export const WhyLink = ({ id, at, children }: { id: string; at: string; children: ReactNode }) => (
  <Link href={`/consultations/${id}/deadlines#${at}` as Route} title="なぜこの日付か">
    {children}
  </Link>
);
