import { tokyoDay } from '@musubi/backend/contract/calendar';
import type { Metadata, Route } from 'next';
import { getMinistry } from '@/ministries/api';
import { DivisionForm } from '@/ministries/division-form';
import { divisionOptions } from '@/ministries/ministry-options';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '課室の登録' };

export default async function NewDivisionPage({ params }: PageProps<'/admin/ministries/[id]/divisions/new'>) {
  const { id, name, divisions } = await getMinistry((await params).id);
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '管理', href: '/admin' },
          { label: '府省庁', href: '/admin/ministries' },
          { label: name, href: `/admin/ministries/${id}` as Route },
        ]}
        here="課室の登録"
      />
      <PageHeader title={`課室の登録（${name}）`} />
      <DivisionForm ministryId={id} parents={divisionOptions(divisions)} today={tokyoDay(new Date())} />
    </div>
  );
}
