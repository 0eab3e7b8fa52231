import type { KnowledgeEffect } from '@musubi/backend/contract/knowledge';
import type { Route } from 'next';
import { Link } from '@/ui/link';
import type { Column } from '@/ui/table';

/** A case that a trial on history met; it leads only those to the case who may read it. */
export const CASE_COLUMN: Column<Pick<KnowledgeEffect['cases'][number], 'number' | 'title' | 'consultationId'>> = {
  header: '相談',
  rowHeader: true,
  cell: ({ number, title, consultationId }) =>
    consultationId ? (
      <Link href={`/consultations/${consultationId}` as Route}>
        {number} {title}
      </Link>
    ) : (
      number
    ),
};
