import { OCCASION_LABEL, TEAM_SURVEY_LABEL, type TeamSurveyReport } from '@musubi/backend/contract/team-surveys';
import type { Metadata, Route } from 'next';
import { BreakdownCard } from '@/surveys/breakdown-card';
import { CsvLinks } from '@/surveys/csv-links';
import { oneDecimal } from '@/surveys/number-link';
import { QuestionCard } from '@/surveys/question-card';
import { Summary } from '@/surveys/summary';
import { getTeamReport } from '@/surveys/team-api';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Day } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

const titleOf = ({ survey, occasion }: TeamSurveyReport) =>
  `${TEAM_SURVEY_LABEL[survey]}（${OCCASION_LABEL[occasion]}）の集計`;

export async function generateMetadata({ params }: PageProps<'/team-surveys/[id]'>): Promise<Metadata> {
  return { title: titleOf(await getTeamReport((await params).id)) };
}

export default async function TeamReportPage({ params }: PageProps<'/team-surveys/[id]'>) {
  const report = await getTeamReport((await params).id);
  const { id, round, opensOn, closesOn, invited, n, responseRate, hidden, questions, breakdowns, texts } = report;
  const [main, ...others] = questions.filter(({ kind }) => kind !== 'text');
  return (
    <>
      <WithoutScripts />
      <Breadcrumb
        trail={[
          { label: round.name, href: `/rounds/${round.id}` as Route },
          { label: '調査', href: `/rounds/${round.id}/surveys` as Route },
        ]}
        here="集計"
      />
      <PageHeader
        title={titleOf(report)}
        actions={!hidden && <CsvLinks href={`/api/team-surveys/${id}/figures.csv`} />}
      >
        <p>
          {report.name}。<Day value={opensOn} />
          から
          <Day value={closesOn} />
          まで。
        </p>
      </PageHeader>
      {hidden && (
        <EmptyState title={hidden === 'open' ? '集計は、締切の後に表示します' : '5件未満のため表示しません'}>
          {`回答${n.toLocaleString('ja-JP')}件、依頼${invited.toLocaleString('ja-JP')}件（回答率 ${oneDecimal(responseRate)}％）。`}
          {hidden === 'open'
            ? '途中の集計を見比べて、個別の回答が分かることを防いでいます。'
            : '少数の回答から個別の回答が分かることを防いでいます。'}
        </EmptyState>
      )}
      {main && (
        <>
          <Summary report={{ ...report, invitedHref: null, responsesHref: `/team-surveys/${id}/responses` }} />
          <QuestionCard question={main} />
          <div className="grid items-start gap-6 xl:grid-cols-2">
            {others.map((question) => (
              <QuestionCard key={question.id} question={question} />
            ))}
          </div>
          <section className="grid gap-4">
            <h2 className="text-std-24B-150">{main.label}の内訳</h2>
            <p>
              5件未満の区分は表示しません。合計や、ほかの区分との差からその値が分かる区分も表示しません。分野は、応募の課題によるもので、一つの回答を複数に数えます。
            </p>
            <div className="grid items-start gap-6 xl:grid-cols-2">
              {breakdowns.map((breakdown) => (
                <BreakdownCard key={breakdown.by} breakdown={breakdown} />
              ))}
            </div>
          </section>
          {texts.map(({ question, label, items }) => (
            <Card key={question} title={`${label}（${items.length}件）`}>
              <Texts items={items} />
            </Card>
          ))}
        </>
      )}
    </>
  );
}

function Texts({ items }: { items: TeamSurveyReport['texts'][number]['items'] }) {
  if (items.length === 0) return <p>自由記述はありません。</p>;
  return (
    <ul className="grid gap-4">
      {items.map(({ no, text, quotedAs }) => (
        <li key={no} className="border-l-4 border-solid-gray-200 pl-4">
          <p className="whitespace-pre-wrap">{text}</p>
          {quotedAs && <p className="text-dns-14N-130 text-solid-gray-700">引用可：{quotedAs}</p>}
        </li>
      ))}
    </ul>
  );
}
