import { tokyoDay } from '@musubi/backend/contract/calendar';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { endField } from '@/policies/actions';
import { getPolicyFields } from '@/policies/api';
import { FieldForm } from '@/policies/field-form';
import { Banner } from '@/ui/banner';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EndButton } from '@/ui/end-button';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '政策分野' };

export default async function FieldPage({ params }: PageProps<'/admin/fields/[code]'>) {
  const { code } = await params;
  const { items, allowedActions } = await getPolicyFields(true);
  const field = items.find((item) => item.code === code) ?? notFound();
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '管理', href: '/admin' },
          { label: '政策分野', href: '/admin/fields' },
        ]}
        here={field.name}
      />
      <PageHeader title={field.name} />
      {field.validTo && <Banner kind="info" title="この分野は終了しています。" />}
      {allowedActions.includes('update') && !field.validTo && <FieldForm field={field} today={tokyoDay(new Date())} />}
      {allowedActions.includes('end') && !field.validTo && (
        <EndButton action={endField.bind(null, code)} version={field.version} label="この分野を終了する" />
      )}
    </div>
  );
}
