import { tokyoDay } from '@musubi/backend/contract/calendar';
import type { Metadata, Route } from 'next';
import { endMinistry } from '@/ministries/actions';
import { getMinistries, getMinistry } from '@/ministries/api';
import { DivisionTable } from '@/ministries/division-table';
import { MinistryForm } from '@/ministries/ministry-form';
import { parentOptions } from '@/ministries/ministry-options';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { DoneBanner } from '@/ui/done-banner';
import { EndButton } from '@/ui/end-button';
import { LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';

export async function generateMetadata({ params }: PageProps<'/admin/ministries/[id]'>): Promise<Metadata> {
  return { title: (await getMinistry((await params).id)).name };
}

export default async function MinistryPage({ params, searchParams }: PageProps<'/admin/ministries/[id]'>) {
  const { id } = await params;
  const [ministry, all] = await Promise.all([getMinistry(id), getMinistries({ divisions: 'without' })]);
  const may = (action: 'create' | 'update' | 'end') => ministry.allowedActions.includes(action) && !ministry.validTo;
  return (
    <>
      <Breadcrumb
        trail={[
          { label: '管理', href: '/admin' },
          { label: '府省庁', href: '/admin/ministries' },
        ]}
        here={ministry.name}
      />
      <PageHeader title={ministry.name} />
      <DoneBanner done={(await searchParams).done} />
      {may('update') && (
        <Card title="登録の内容">
          <MinistryForm ministry={ministry} parents={parentOptions(all.items, id)} today={tokyoDay(new Date())} />
        </Card>
      )}
      <Card
        title={`課室（${ministry.divisionCount}件）`}
        actions={
          may('create') && (
            <LinkButton href={`/admin/ministries/${id}/divisions/new` as Route} variant="outline" size="sm">
              課室を登録する
            </LinkButton>
          )
        }
      >
        <DivisionTable caption={`${ministry.name}の課室`} divisions={ministry.divisions} />
      </Card>
      {may('end') && (
        <EndButton action={endMinistry.bind(null, id)} version={ministry.version} label="この府省庁を終了する" />
      )}
    </>
  );
}
