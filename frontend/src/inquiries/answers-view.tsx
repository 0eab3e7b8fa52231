import { ANSWER_KIND_LABEL, type Answer } from '@musubi/backend/contract/answers';
import type { InquiryRow } from '@musubi/backend/contract/inquiries';
import type { Route } from 'next';
import { Chip } from '@/ui/chip';
import { DescriptionList } from '@/ui/description-list';
import { Link } from '@/ui/link';

/** What a ministry said to one question. It is the ministry's: the desk reads it and cannot change it. */
export function AnswersView({ row }: { row: InquiryRow }) {
  if (row.state === 'notApplicable') return <Declined {...row} />;
  if (row.state !== 'answered') return null;
  return (
    <div className="grid gap-4">
      {row.answers.map((answer) => (
        <AnswerView key={answer.id} answer={answer} />
      ))}
    </div>
  );
}

function Declined({ notApplicable: declined }: InquiryRow) {
  return (
    <DescriptionList
      preserve
      items={[
        { term: '該当なしの理由', value: declined?.reason },
        {
          term: '代わりの照会先',
          value:
            declined?.suggestedMinistry &&
            `${declined.suggestedMinistry.name}${declined.handedOver ? '（照会済み）' : ''}`,
        },
      ]}
    />
  );
}

function AnswerView({ answer }: { answer: Answer }) {
  const { kind, measureName, points, requirements, callPeriod, rateCeiling, division, tel, email, url } = answer;
  const optional = [
    { term: '要件・留意点', value: requirements },
    { term: '公募時期', value: callPeriod },
    { term: '補助率・上限', value: rateCeiling },
    { term: 'URL', value: url && <Link href={url as Route}>{url}</Link> },
  ].filter(({ value }) => value);
  return (
    <article className="rounded-8 border border-solid-gray-200 bg-white p-4">
      <div className="flex flex-wrap items-center gap-2">
        <Chip>{ANSWER_KIND_LABEL[kind]}</Chip>
        <Chip>{answer.public ? '公表可' : '公表不可'}</Chip>
        {measureName && <h4 className="text-std-17B-170">{measureName}</h4>}
      </div>
      <p className="my-3 whitespace-pre-wrap">{points}</p>
      <DescriptionList
        preserve
        items={[
          ...optional,
          ...(answer.basedOnNumber ? [{ term: '出典', value: `${answer.basedOnNumber}への回答を基にした回答` }] : []),
          { term: '問合せ先', value: [division, tel, email].filter(Boolean).join('　') },
        ]}
      />
    </article>
  );
}
