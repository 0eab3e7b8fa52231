import type { CaseInquiries, Question } from '@musubi/backend/contract/inquiries';
import type { Route } from 'next';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link';
import { InquiryCard } from './inquiry-card';
import { Matrix, QuestionList } from './matrix';
import { Waiting } from './waiting';

/** All inquiries of a case for whoever follows them; `path` is where they stand. */
export function FollowedInquiries({
  inquiries: { items, allowedActions },
  questions,
  path,
}: {
  inquiries: CaseInquiries;
  questions: readonly Question[];
  path: Route;
}) {
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h2 className="text-std-24B-150">照会</h2>
        {allowedActions.includes('inquire') && <LinkButton href={`${path}/new` as Route}>府省庁に照会する</LinkButton>}
      </div>
      <Card
        title="質問"
        actions={
          allowedActions.includes('splitQuestions') && (
            <LinkButton href={`${path}/questions` as Route} variant="outline" size="sm">
              質問を分ける・書き直す
            </LinkButton>
          )
        }
      >
        <QuestionList questions={questions} />
      </Card>
      {items.length === 0 ? (
        <EmptyState title="照会はまだありません">質問ごとに、回答してもらう府省庁を選んで照会してください。</EmptyState>
      ) : (
        <>
          <Waiting inquiries={items} />
          <Matrix inquiries={items} questions={questions} />
          <div className="grid max-w-4xl gap-6">
            {items.map((inquiry) => (
              <InquiryCard key={inquiry.id} inquiry={inquiry} />
            ))}
          </div>
        </>
      )}
    </>
  );
}
