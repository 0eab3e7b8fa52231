import { USEFULNESS_LABEL } from '@musubi/backend/contract/back-office';
import type { Metadata, Route } from 'next';
import { acceptSupport } from '@/back-office/actions';
import { getSupportRequest } from '@/back-office/api';
import { Passages } from '@/back-office/passages';
import { RequestFacts } from '@/back-office/request-facts';
import { AnswerForm, RateForm, WithdrawForm } from '@/back-office/request-forms';
import { ActionButton } from '@/ui/action-button';
import { Banner } from '@/ui/banner';
import { Card } from '@/ui/card';
import { Confirm } from '@/ui/confirm';
import { LinkButton } from '@/ui/link';
import { Moment } from '@/ui/time';

export const metadata: Metadata = { title: '依頼と回答' };

export default async function SupportRequestPage({ params, searchParams }: PageProps<'/back-office/[id]'>) {
  const { id } = await params;
  const request = await getSupportRequest(id);
  const { allowedActions, answer, answeredAt, answeredBy, passages, collected, usefulness, usefulnessWord } = request;
  const may = (action: (typeof allowedActions)[number]) => allowedActions.includes(action);
  return (
    <div className="grid max-w-4xl gap-6">
      {(await searchParams).done === 'asked' && (
        <Banner kind="success" title="後方支援を頼みました。">
          事務局が受け持つと、この画面の状態が変わります。回答が届いたら、メールでお知らせします。
        </Banner>
      )}
      {answer && (
        <Card title="回答">
          <div className="grid gap-4">
            <p className="text-dns-14N-130 text-solid-gray-700">
              <Moment value={answeredAt} />　{answeredBy}
            </p>
            <p className="whitespace-pre-wrap">{answer}</p>
            <Passages passages={passages} />
            {usefulness && !may('rate') && (
              <p className="whitespace-pre-wrap">
                役立ち度：{USEFULNESS_LABEL[usefulness]}
                {usefulnessWord && `　${usefulnessWord}`}
              </p>
            )}
          </div>
        </Card>
      )}
      {may('rate') && (
        <Card title="役に立ちましたか">
          <RateForm id={id} score={usefulness} word={usefulnessWord} />
        </Card>
      )}
      <Card title="依頼の内容">
        <RequestFacts request={request} />
      </Card>
      {may('accept') && <ActionButton action={acceptSupport.bind(null, id)}>この依頼を受け持つ</ActionButton>}
      {may('inquire') && (
        <p>
          <LinkButton href={`/back-office/${id}/inquiries/new` as Route} variant="outline">
            府省庁に照会する
          </LinkButton>
        </p>
      )}
      {may('answer') && (
        <Card title="支援チームに回答する">
          <AnswerForm id={id} collected={collected} />
        </Card>
      )}
      {may('withdraw') && (
        <Confirm label="依頼を取り下げる" question="事務局と府省庁は、この依頼に回答しなくなります。">
          <WithdrawForm id={id} />
        </Confirm>
      )}
    </div>
  );
}
