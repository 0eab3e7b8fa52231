import type { Metadata } from 'next';
import { getSheet } from '@/surveys/api';
import { toField } from '@/surveys/questions';
import { SurveyForm } from '@/surveys/survey-form';
import { Banner } from '@/ui/banner';
import { DescriptionList } from '@/ui/description-list';
import { OpenPage } from '@/ui/page-frame';
import { Day } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '満足度調査' };

export default async function SurveyPage({ params }: PageProps<'/survey/[token]'>) {
  const { token } = await params;
  const { name, number, title, closesOn, state, questions } = await getSheet(token);
  return (
    <OpenPage title={name}>
      {state !== 'open' && <WithoutScripts />}
      {state === 'answered' && (
        <Banner kind="success" title="回答済みです">
          再度の回答は必要ありません。ご協力ありがとうございました。
        </Banner>
      )}
      {state === 'closed' && (
        <Banner kind="info" title="回答の受付は終了しました">
          受付は
          <Day value={closesOn} />
          までした。ご意見は、相談窓口へお寄せください。
        </Banner>
      )}
      <DescriptionList
        items={[
          ...(number ? [{ term: '受付番号', value: number }] : []),
          ...(title ? [{ term: '件名', value: title }] : []),
          { term: '回答の期限', value: <Day value={closesOn} weekday /> },
        ]}
      />
      {state === 'open' && (
        <>
          <p>
            数分で終わります。回答は一度だけ送信できます。個別の回答は窓口の管理職だけが読み、窓口の担当者には集計した結果だけを示します。府省庁と都道府県には示しません。
          </p>
          <SurveyForm token={token} fields={questions.map(toField)} />
        </>
      )}
    </OpenPage>
  );
}
