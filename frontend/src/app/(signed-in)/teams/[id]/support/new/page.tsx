import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getSupportHints, getTeamSupport } from '@/back-office/api';
import { AskForm } from '@/back-office/ask-form';
import { HintLists } from '@/back-office/hint-lists';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { TextArea } from '@/ui/text-area';
import { Day } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '後方支援を頼む' };

/** First what is known already, then the request. */
export default async function AskSupportPage({ params, searchParams }: PageProps<'/teams/[id]/support/new'>) {
  const { id } = await params;
  const text = String((await searchParams).text ?? '').trim();
  const { kinds, mayAsk, usualDueOn } = await getTeamSupport(id, 1);
  if (!mayAsk) return <EmptyState title="後方支援を頼めるのは、支援期間中の支援官です" />;
  const hints = text === '' ? null : await getSupportHints(id, text.slice(0, 3000));
  return (
    <>
      <WithoutScripts />
      <div className="grid max-w-4xl gap-6">
        <h2 className="text-std-24B-150">後方支援を頼む</h2>
        <Card title="1　まず探す" level={3}>
          <form className="grid gap-4">
            <TextArea
              label="知りたいこと、困っていること"
              name="text"
              defaultValue={text}
              support="文章のままで構いません。似た依頼への回答、国の施策、好事例を探します。探したことは記録されません。"
            />
            <Button variant="outline">似たものを探す</Button>
          </form>
        </Card>
        {hints && <HintLists teamId={id} hints={hints} />}
        <Card title="2　頼む" level={3}>
          <div className="grid gap-6">
            <p>
              事務局が府省庁に照会し、
              <Day value={usualDueOn} weekday />
              までに回答します。
            </p>
            <AskForm teamId={id} id={randomUUID()} kinds={kinds} text={text} />
          </div>
        </Card>
      </div>
    </>
  );
}
