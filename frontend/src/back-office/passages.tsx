import { ANSWER_KIND_LABEL } from '@musubi/backend/contract/answers';
import type { SupportPassage } from '@musubi/backend/contract/back-office';
import type { Route } from 'next';
import { Chip } from '@/ui/chip';
import { DescriptionList } from '@/ui/description-list';
import { Link } from '@/ui/link';

/** What ministries answered, as it was handed to the team. */
export function Passages({ passages }: { passages: readonly SupportPassage[] }) {
  if (passages.length === 0) return null;
  return (
    <ul className="grid gap-4">
      {passages.map((passage) => (
        <li key={passage.answerId} className="grid gap-3 rounded-8 border border-solid-gray-200 p-4">
          <p className="flex flex-wrap items-center gap-2">
            <Chip>{ANSWER_KIND_LABEL[passage.kind]}</Chip>
            <span className="font-700">{[passage.ministry, passage.measureName].filter(Boolean).join('　')}</span>
          </p>
          <DescriptionList preserve items={itemsOf(passage).filter(({ value }) => value)} />
        </li>
      ))}
    </ul>
  );
}

const itemsOf = ({
  question,
  points,
  requirements,
  callPeriod,
  rateCeiling,
  division,
  tel,
  email,
  url,
}: SupportPassage) => [
  { term: '質問', value: question },
  { term: '回答', value: points },
  { term: '要件・留意点', value: requirements },
  { term: '公募時期', value: callPeriod },
  { term: '補助率・上限', value: rateCeiling },
  { term: '担当', value: [division, tel, email].filter(Boolean).join('　') },
  { term: 'URL', value: url && <Link href={url as Route}>{url}</Link> },
];
