import type { Explanation } from '@musubi/backend/contract/deadlines';
import type { Inquiry } from '@musubi/backend/contract/inquiries';
import { DescriptionList } from '@/ui/description-list';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import { WhyDate } from '@/ui/why-date';
import { askedBy } from './asked-by';
import { caseHref } from './case-href';
import { DueDate } from './inquiry-badge';

/** What is asked, of whom and by when, for the ministry that answers. */
export function InquiryFacts({ inquiry, explanation }: { inquiry: Inquiry; explanation: Explanation | undefined }) {
  const { consultation, ministry, division, origin, message, askedAt } = inquiry;
  return (
    <DescriptionList
      preserve
      items={[
        {
          term: '回答期限',
          value: (
            <>
              <DueDate inquiry={inquiry} />
              <WhyDate explanation={explanation} />
            </>
          ),
        },
        {
          term: consultation.teamId ? '後方支援' : '相談',
          value: (
            <>
              <Link href={caseHref(consultation)}>{consultation.number}</Link>　{consultation.municipality}
            </>
          ),
        },
        { term: '照会先', value: [ministry.name, division?.name ?? '（取りまとめ窓口）'].join('　') },
        { term: '照会日', value: <Day value={askedAt} /> },
        { term: `${askedBy(consultation)}からの補足`, value: message },
        ...(origin
          ? [{ term: '経緯', value: `${origin.ministry}から、貴府省庁に尋ねるとよいとの回答がありました。` }]
          : []),
      ]}
    />
  );
}
