import type { Metadata } from 'next';
import { getReport, getResponses } from '@/surveys/api';
import { BreakdownCard } from '@/surveys/breakdown-card';
import { CONDITIONS, queryOf } from '@/surveys/conditions';
import { CsvLinks } from '@/surveys/csv-links';
import { FilterForm } from '@/surveys/filter-form';
import { FreeTexts } from '@/surveys/free-texts';
import { QuestionCard } from '@/surveys/question-card';
import { Summary } from '@/surveys/summary';
import { Banner } from '@/ui/banner';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { RefusedConditions } from '@/ui/refused-conditions';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '満足度' };

export default async function SatisfactionPage({ searchParams }: PageProps<'/satisfaction'>) {
  const query = queryOf(await searchParams, CONDITIONS);
  const { refused, ...report } = await getReport(query);
  const text = report.mayReadResponses ? report.questions.find(({ kind }) => kind === 'text') : undefined;
  const texts = text?.n ? await getResponses(withQuestion(query, text.id)) : undefined;
  const [main, ...others] = report.questions.filter(({ kind }) => kind !== 'text');
  return (
    <>
      <WithoutScripts />
      <PageHeader title="満足度" actions={<CsvLinks href={report.csvHref} />}>
        <p>{report.survey.label}。依頼した日で集計しています。</p>
      </PageHeader>
      <RefusedConditions refused={refused} />
      <FilterForm report={report} query={query} errors={refused?.fields} />
      {report.followUps && report.followUps.open > 0 && (
        <Banner kind="warning" title={`低い評価への対応が${report.followUps.open}件残っています`}>
          <Link href="/satisfaction/follow-ups">対応の一覧を開く</Link>
        </Banner>
      )}
      {report.hidden && (
        <EmptyState title="5件未満のため表示しません">少数の回答から個別の回答が分かることを防いでいます。</EmptyState>
      )}
      {!report.hidden && report.n === 0 && (
        <EmptyState title="この条件の回答はまだありません">依頼した件数は{report.invited}件です。</EmptyState>
      )}
      {main && report.n !== 0 && (
        <>
          <Summary report={report} />
          <QuestionCard question={main} />
          <div className="grid items-start gap-6 xl:grid-cols-2">
            {others.map((question) => (
              <QuestionCard key={question.id} question={question} />
            ))}
          </div>
          {report.breakdowns.length > 0 && (
            <section className="grid gap-4">
              <h2 className="text-std-24B-150">{main.label}の内訳</h2>
              <p>
                5件未満の区分は表示しません。合計との差からその値が分かる区分も表示しません。分野と府省庁は、一つの相談を複数に数えます。
              </p>
              <div className="grid items-start gap-6 xl:grid-cols-2">
                {report.breakdowns.map((breakdown) => (
                  <BreakdownCard key={breakdown.by} breakdown={breakdown} />
                ))}
              </div>
            </section>
          )}
          {text && <FreeTexts question={text} responses={texts?.items ?? []} />}
        </>
      )}
    </>
  );
}

function withQuestion(query: URLSearchParams, question: string): URLSearchParams {
  return new URLSearchParams([...query, ['question', question], ['size', '10']]);
}
