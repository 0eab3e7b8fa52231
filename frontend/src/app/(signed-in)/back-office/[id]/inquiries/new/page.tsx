import type { Metadata, Route } from 'next';
import { getCaseInquiries, getQuestions } from '@/inquiries/api';
import { AskForm } from '@/inquiries/ask-form';
import { QuestionList } from '@/inquiries/matrix';
import { RecipientPicker } from '@/inquiries/recipient-picker';
import { keysIn, recipientsOf } from '@/lib/recipients';
import { getMinistries } from '@/ministries/api';
import { Card } from '@/ui/card';
import { LinkButton } from '@/ui/link';

export const metadata: Metadata = { title: '府省庁に照会する' };

export default async function AskForTeamPage({ params, searchParams }: PageProps<'/back-office/[id]/inquiries/new'>) {
  const { id } = await params;
  const query = await searchParams;
  const q = String(query.q ?? '').trim();
  const [{ usualDueOn }, questions, all, found] = await Promise.all([
    getCaseInquiries(id),
    getQuestions(id),
    getMinistries({}),
    q === '' ? { items: [] } : getMinistries({ q }),
  ]);
  const chosen = recipientsOf(keysIn(query), all.items);
  const path = `/back-office/${id}/inquiries`;
  return (
    <div className="grid max-w-4xl gap-6">
      <h2 className="text-std-24B-150">府省庁に照会する</h2>
      <Card
        title="1　質問"
        level={3}
        actions={
          <LinkButton href={`${path}/questions` as Route} variant="outline" size="sm">
            質問を分ける・書き直す
          </LinkButton>
        }
      >
        <QuestionList questions={questions.items} />
      </Card>
      <Card title="2　照会先" level={3}>
        <RecipientPicker path={`${path}/new`} chosen={chosen} ministries={all.items} q={q} hits={found.items} />
      </Card>
      {chosen.length > 0 && (
        <Card title="3　照会の内容" level={3}>
          <AskForm
            key={chosen.map(({ key }) => key).join()}
            consultationId={id}
            path={path}
            recipients={chosen}
            questions={questions.items}
            usualDueOn={usualDueOn}
          />
        </Card>
      )}
    </div>
  );
}
