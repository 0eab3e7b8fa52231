import { tokyoDay } from '@musubi/backend/contract/calendar';
import type { Metadata, Route } from 'next';
import { getMinistry } from '@/ministries/api';
import { ContactForm } from '@/ministries/contact-form';
import { divisionOptions } from '@/ministries/ministry-options';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '担当者の登録' };

export default async function NewContactPage({ searchParams }: PageProps<'/admin/contacts/new'>) {
  const { id, name, divisions } = await getMinistry(String((await searchParams).ministryId));
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '管理', href: '/admin' },
          { label: '担当者', href: `/admin/contacts?ministryId=${id}` as Route },
        ]}
        here="登録"
      />
      <PageHeader title={`担当者の登録（${name}）`} />
      <ContactForm ministryId={id} divisions={divisionOptions(divisions)} today={tokyoDay(new Date())} />
    </div>
  );
}
