import { ANSWER_KIND_LABEL } from '@musubi/backend/contract/answers';
import type { Metadata, Route } from 'next';
import { AskedByTeam } from '@/back-office/asked-by-team';
import { getExplanations } from '@/deadlines/api';
import { AnswerForm } from '@/inquiries/answer-form';
import { AnswersView } from '@/inquiries/answers-view';
import { getEarlierAnswers, getInquiry } from '@/inquiries/api';
import { earlierOptions } from '@/inquiries/earlier-options';
import { InquiryBadge, RowBadge } from '@/inquiries/inquiry-badge';
import { InquiryFacts } from '@/inquiries/inquiry-facts';
import { InquirySteps } from '@/inquiries/inquiry-steps';
import { Talk } from '@/inquiries/talk';
import { getMinistries, getMinistry } from '@/ministries/api';
import { divisionOptions, ministryOptions } from '@/ministries/ministry-options';
import { Banner } from '@/ui/banner';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { PageHeader } from '@/ui/page-header';
import { KarteToRead } from './karte-to-read';

const KINDS = Object.entries(ANSWER_KIND_LABEL).map(([value, label]) => ({ value, label }));

export async function generateMetadata({ params }: PageProps<'/inquiries/[id]'>): Promise<Metadata> {
  const { consultation } = await getInquiry((await params).id);
  return { title: `照会：${consultation.title}` };
}

/** A ministry's page: what is asked, the カルテ, and the answers. */
export default async function InquiryPage({ params, searchParams }: PageProps<'/inquiries/[id]'>) {
  const { id } = await params;
  const inquiry = await getInquiry(id);
  const { consultation, ministry, state, rows, allowedActions } = inquiry;
  const [ministries, own, { items: explanations }] = await Promise.all([
    getMinistries({ divisions: 'without' }),
    getMinistry(ministry.id),
    getExplanations(consultation.id),
  ]);
  const others = ministryOptions(ministries.items.filter((other) => other.id !== ministry.id));
  const answers = allowedActions.includes('answer');
  const earlier = answers ? (await getEarlierAnswers(id)).items : [];
  const open = rows.filter((row) => row.state === 'open');
  const shown = answers ? rows.filter((row) => row.state !== 'open') : rows;
  return (
    <>
      <Breadcrumb trail={[{ label: '照会', href: '/inquiries' as Route }]} here={consultation.title} />
      <PageHeader title={consultation.title} badges={<InquiryBadge state={state} />} />
      {(await searchParams).done === 'answered' && <Banner kind="success" title="回答を提出しました。" />}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="grid gap-6">
          <Card title="照会の内容">
            <InquiryFacts inquiry={inquiry} explanation={explanations.find(({ inquiryId }) => inquiryId === id)} />
          </Card>
          {consultation.teamId ? (
            <AskedByTeam id={consultation.id} />
          ) : (
            <KarteToRead id={consultation.id} open={state === 'asked'} />
          )}
          {answers && open.length > 0 && (
            <Card title={`回答（未提出${open.length}件）`}>
              <AnswerForm
                key={open.map(({ questionRowId }) => questionRowId).join()}
                inquiry={inquiry}
                rows={open}
                lists={{ kinds: KINDS, ministries: others, earlier: earlierOptions(earlier) }}
              />
            </Card>
          )}
          {shown.length > 0 && (
            <Card title={answers ? '提出した回答' : '質問と回答'}>
              <ul className="grid gap-6">
                {shown.map((row) => (
                  <li key={row.questionRowId} className="grid gap-3">
                    <h3 className="flex flex-wrap items-start gap-2 text-std-17B-170">
                      <RowBadge state={row.state} />
                      <span className="min-w-0 flex-1 basis-64 whitespace-pre-wrap">
                        質問{row.position}　{row.text}
                      </span>
                    </h3>
                    <AnswersView row={row} />
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
        <aside className="grid gap-6" aria-label="この照会の手続">
          <Talk inquiry={inquiry} />
          <InquirySteps inquiry={inquiry} divisions={divisionOptions(own.divisions)} ministries={others} />
        </aside>
      </div>
    </>
  );
}
