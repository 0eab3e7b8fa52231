import { CONTINUATION_QUESTION, type TeamSurveySheet } from '@musubi/backend/contract/team-surveys';
import type { Metadata } from 'next';
import { toField } from '@/surveys/questions';
import { getTeamSheet } from '@/surveys/team-api';
import { TeamSheetForm } from '@/surveys/team-sheet-form';
import { Banner } from '@/ui/banner';
import { DescriptionList } from '@/ui/description-list';
import { OpenPage } from '@/ui/page-frame';
import { Day } from '@/ui/time';

export const metadata: Metadata = { title: '伴走支援の調査' };

export default async function TeamSurveyPage({ params, searchParams }: PageProps<'/team-survey/[token]'>) {
  const [{ token }, { done }] = await Promise.all([params, searchParams]);
  const sheet = await getTeamSheet(token);
  const { name, round, respondent, closesOn, state, questions, answers, quotable } = sheet;
  const kept = Object.entries(answers).map(([id, value]) => [`answers.${id}`, [value].flat().map(String)]);
  return (
    <OpenPage title={name}>
      {done === 'kept' && state === 'open' && (
        <Banner kind="success" title="途中まで保存しました">
          まだ回答したことにはなっていません。同じリンクから続けられます。送信しない場合、期限の後に消去します。
        </Banner>
      )}
      {state === 'answered' && (
        <Banner kind="success" title="回答を受け付けました">
          ご協力ありがとうございました。
          <Day value={closesOn} />
          までは、同じリンクから直せます。
        </Banner>
      )}
      {state === 'closed' && (
        <Banner kind="info" title="回答の受付は終了しました">
          受付は
          <Day value={closesOn} />
          まででした。
        </Banner>
      )}
      <DescriptionList
        items={[
          { term: '年度', value: round },
          { term: '回答者', value: respondent },
          { term: '回答の期限', value: <Day value={closesOn} weekday /> },
        ]}
      />
      {state !== 'closed' && (
        <>
          <WhoSees sheet={sheet} />
          <TeamSheetForm
            token={token}
            fields={questions.map(toField)}
            kept={Object.fromEntries(kept)}
            quotable={quotable}
            quotedAs={respondent}
            answered={state === 'answered'}
          />
        </>
      )}
    </OpenPage>
  );
}

/** Said before anything is asked. */
function WhoSees({ sheet: { survey, questions } }: { sheet: TeamSurveySheet }) {
  const continuation = questions.find(({ id }) => id === CONTINUATION_QUESTION);
  const other = survey === 'companion-town' ? '支援官' : '団体とほかの支援官';
  return (
    <section className="grid gap-2" aria-labelledby="who-sees">
      <h2 id="who-sees" className="text-std-20B-150">
        回答を誰が見るか
      </h2>
      <ul className="grid list-disc gap-1 pl-6">
        <li>{other}には、回答も集計も見えません。</li>
        <li>
          事務局と窓口管理職は、締切の後に、集計した結果と、名前を伏せた自由記述を見ます。5件未満の区分は表示しません。
        </li>
        <li>
          回答は、回答者と分けて保存し、集計や一覧からは誰の回答かをたどれません。回答したかどうかは、督促のために記録します。
        </li>
        {continuation && (
          <li>「{continuation.label}」の答えだけは、次年度の検討のため、団体名とともに事務局が見ます。</li>
        )}
      </ul>
    </section>
  );
}
