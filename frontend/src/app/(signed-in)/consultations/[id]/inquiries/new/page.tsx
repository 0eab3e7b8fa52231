import type { Metadata, Route } from 'next';
import { getConsultation } from '@/consultations/api';
import { getCaseInquiries, getQuestions } from '@/inquiries/api';
import { AskForm } from '@/inquiries/ask-form';
import { QuestionList } from '@/inquiries/matrix';
import { RecipientPicker } from '@/inquiries/recipient-picker';
import { keysIn, recipientsOf } from '@/lib/recipients';
import { getMinistries } from '@/ministries/api';
import { getChoices } from '@/routing/api';
import { standing } from '@/routing/standing';
import { Card } from '@/ui/card';
import { LinkButton } from '@/ui/link';

export const metadata: Metadata = { title: '府省庁に照会する' };

/** Three steps on one page: the questions, whom to ask, and what to ask whom. */
export default async function AskPage({ params, searchParams }: PageProps<'/consultations/[id]/inquiries/new'>) {
  const { id } = await params;
  const query = await searchParams;
  const q = String(query.q ?? '').trim();
  const [consultation, { usualDueOn, items }, questions, choices, all, found] = await Promise.all([
    getConsultation(id),
    getCaseInquiries(id),
    getQuestions(id),
    getChoices(id),
    getMinistries({}),
    q === '' ? { items: [] } : getMinistries({ q }),
  ]);
  // The first inquiry starts with whom the triage proposed and which suggestions were taken; every choice after that
  // stands in the address.
  const begins = items.length === 0 && Object.keys(query).length === 0;
  const proposed = begins
    ? [
        ...consultation.proposedMinistries.map((ministry) => ministry.id),
        ...standing(choices.items, 'ministry').map(({ subject }) => subject),
      ]
    : [];
  const chosen = recipientsOf([...new Set([...keysIn(query), ...proposed])], all.items);
  const here = `/consultations/${id}/inquiries`;
  return (
    <div className="grid max-w-4xl gap-6">
      <h2 className="text-std-24B-150">府省庁に照会する</h2>
      <Card
        title="1　質問"
        level={3}
        actions={
          <LinkButton href={`${here}/questions` as Route} variant="outline" size="sm">
            質問を分ける・書き直す
          </LinkButton>
        }
      >
        <QuestionList questions={questions.items} />
      </Card>
      <Card
        title="2　照会先"
        level={3}
        actions={
          <LinkButton href={`/consultations/${id}/suggestions` as Route} variant="outline" size="sm">
            候補と根拠を見る
          </LinkButton>
        }
      >
        <RecipientPicker path={`${here}/new`} chosen={chosen} ministries={all.items} q={q} hits={found.items} />
      </Card>
      {chosen.length > 0 && (
        <Card title="3　照会の内容" level={3}>
          <AskForm
            key={chosen.map(({ key }) => key).join()}
            consultationId={id}
            path={here}
            recipients={chosen}
            questions={questions.items}
            usualDueOn={usualDueOn}
          />
        </Card>
      )}
    </div>
  );
}
