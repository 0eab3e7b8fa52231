import type { Explanation } from '@musubi/backend/contract/deadlines';
import type { Metadata } from 'next';
import { getExplanations } from '@/deadlines/api';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { titleOf, WhyText } from '@/ui/why-date';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '期限の根拠' };

const anchor = ({ clock, inquiryId }: Explanation): string => (inquiryId ? `inquiry-${inquiryId}` : clock);

/** Why each date of the case is what it is. */
export default async function DeadlinesPage({ params }: PageProps<'/consultations/[id]/deadlines'>) {
  const { items } = await getExplanations((await params).id);
  return (
    <div className="grid gap-6">
      <WithoutScripts />
      <h2 className="text-std-20B-150">なぜこの日付か</h2>
      {items.length === 0 && <EmptyState title="この相談には、まだ期限がありません。" />}
      {items.map((explanation) => (
        <Card key={anchor(explanation)} id={anchor(explanation)} title={titleOf(explanation)} level={3}>
          <WhyText explanation={explanation} />
        </Card>
      ))}
    </div>
  );
}
