import {
  OCCASION_LABEL,
  TEAM_SURVEY_LABEL,
  TEAM_SURVEY_STATE_LABEL,
  type TeamSurveySlot,
} from '@musubi/backend/contract/team-surveys';
import type { Metadata, Route } from 'next';
import { oneDecimal } from '@/surveys/number-link';
import { PlanForm } from '@/surveys/plan-form';
import { getTeamSurveys } from '@/surveys/team-api';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { DoneBanner } from '@/ui/done-banner';
import { LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Day } from '@/ui/time';

export const metadata: Metadata = { title: '伴走支援の調査' };

export default async function SurveysPage({ params, searchParams }: PageProps<'/rounds/[id]/surveys'>) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const { round, items, allowedActions } = await getTeamSurveys(id);
  return (
    <>
      <Breadcrumb trail={[{ label: round.name, href: `/rounds/${id}` as Route }]} here="調査" />
      <PageHeader title="伴走支援の調査">
        <p>
          市町村と支援官に、中間と期末の2回尋ねます。開始日に依頼のメールを送り、期限の前に、未回答の人にだけ1回督促します。集計は、締切の後に表示します。
        </p>
      </PageHeader>
      <DoneBanner done={done} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {items.map((slot) => (
          <Card
            key={`${slot.survey}-${slot.occasion}`}
            title={`${TEAM_SURVEY_LABEL[slot.survey]}（${OCCASION_LABEL[slot.occasion]}）`}
            actions={
              slot.id &&
              slot.state !== 'planned' && (
                <LinkButton href={`/team-surveys/${slot.id}` as Route} variant="outline" size="sm">
                  集計
                  <span className="sr-only">
                    ：{TEAM_SURVEY_LABEL[slot.survey]}（{OCCASION_LABEL[slot.occasion]}）
                  </span>
                </LinkButton>
              )
            }
          >
            <div className="grid gap-4">
              <DescriptionList items={itemsOf(slot)} />
              {allowedActions.includes('plan') && slot.state !== 'closed' && <PlanForm roundId={id} slot={slot} />}
            </div>
          </Card>
        ))}
      </div>
    </>
  );
}

function itemsOf({ state, opensOn, closesOn, invited, answered, responseRate, mean }: TeamSurveySlot) {
  if (state === null) {
    const proposed = opensOn ? '年間の日程による案を下に示しています。' : '開始日と期限を入力してください。';
    return [{ term: '状況', value: `未定。${proposed}` }];
  }
  return [
    { term: '状況', value: TEAM_SURVEY_STATE_LABEL[state] },
    {
      term: '期間',
      value: (
        <>
          <Day value={opensOn} />
          から
          <Day value={closesOn} />
          まで
        </>
      ),
    },
    ...(state === 'planned'
      ? []
      : [
          {
            term: '回答',
            value: `${answered.toLocaleString('ja-JP')}件／依頼${invited.toLocaleString('ja-JP')}件（${oneDecimal(responseRate)}％）`,
          },
          { term: '全体評価の平均', value: state === 'closed' ? oneDecimal(mean) : '締切の後に表示します' },
        ]),
  ];
}
