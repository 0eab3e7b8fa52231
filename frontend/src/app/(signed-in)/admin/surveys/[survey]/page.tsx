import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getDefinitions } from '@/surveys/api';
import { DefinitionForm } from '@/surveys/definition-form';
import { DefinitionView } from '@/surveys/definition-view';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { DoneBanner } from '@/ui/done-banner';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '調査の設問' };

export default async function SurveyPage({ params, searchParams }: PageProps<'/admin/surveys/[survey]'>) {
  const [{ survey }, { done }, { items, allowedActions }] = await Promise.all([params, searchParams, getDefinitions()]);
  const versions = items.filter((item) => item.survey === survey);
  const [newest] = versions;
  if (!newest) notFound();
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '管理', href: '/admin' },
          { label: '調査の設問', href: '/admin/surveys' },
        ]}
        here={newest.name}
      />
      <PageHeader title={newest.name}>
        <p>
          設問は、新しい版を加えて変えます。適用開始日からの依頼に新しい版を使います。それまでの依頼と回答は、依頼したときの版のままです。
        </p>
      </PageHeader>
      <DoneBanner done={done} />
      {versions.map((version) => (
        <DefinitionView key={version.version} definition={version} open={version === newest} />
      ))}
      {allowedActions.includes('add') && (
        <Card title="新しい版を加える">
          <DefinitionForm key={newest.version} definition={newest} />
        </Card>
      )}
    </div>
  );
}
