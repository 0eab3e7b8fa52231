import type { CaseInquiries } from '@musubi/backend/contract/inquiries';
import { EmptyState } from '@/ui/empty-state';
import { StatusBadge } from '@/ui/status-badge';

/** What a town may know before the reply: who was asked, and who has finished. */
export function AskedList({ asked }: { asked: CaseInquiries['asked'] }) {
  if (asked.length === 0) return <EmptyState title="府省庁への照会はまだありません" />;
  return (
    <>
      <p>窓口が、次の府省庁に照会しています。回答は、窓口が一つの回答書にまとめてお送りします。</p>
      <ul className="grid max-w-4xl gap-2">
        {asked.map(({ ministry, finished }) => (
          <li key={ministry} className="flex flex-wrap items-center gap-3">
            <span className="min-w-40">{ministry}</span>
            <StatusBadge tone={finished ? 'done' : 'active'}>{finished ? '回答受領' : '照会中'}</StatusBadge>
          </li>
        ))}
      </ul>
    </>
  );
}
