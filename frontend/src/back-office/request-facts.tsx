import type { SupportRequest } from '@musubi/backend/contract/back-office';
import { INQUIRY_STATE_LABEL } from '@musubi/backend/contract/inquiries';
import { DescriptionList } from '@/ui/description-list';
import { Day } from '@/ui/time';

/** What is asked, by which team and by when. */
export function RequestFacts({ request }: { request: SupportRequest }) {
  const { kind, background, questions, wishedOn, dueOn, askedAt, askedBy, owner, asked, shared, team } = request;
  return (
    <DescriptionList
      preserve
      items={[
        { term: '支援チーム', value: team.municipality },
        { term: '区分', value: kind },
        { term: '背景', value: background },
        {
          term: '質問',
          value: (
            <ol className="grid list-decimal gap-1 pl-6">
              {questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ol>
          ),
        },
        { term: '回答期限', value: <Day value={dueOn} weekday /> },
        { term: '希望する時期', value: wishedOn && <Day value={wishedOn} weekday /> },
        {
          term: '依頼',
          value: (
            <>
              <Day value={askedAt} />　{askedBy}
            </>
          ),
        },
        { term: '事務局の担当', value: owner ?? 'まだ決まっていません' },
        {
          term: '照会先',
          value: asked.map((one) => `${one.ministry}（${INQUIRY_STATE_LABEL[one.state]}）`).join('、'),
        },
        {
          term: 'ほかのチームへの公開',
          value: shared ? '回答後に、ほかのチームの支援官も読めます' : 'このチームだけが読めます',
        },
      ].filter(({ value }) => value)}
    />
  );
}
