import { tokyoDay } from '@musubi/backend/contract/calendar';
import type { Metadata } from 'next';
import { FieldForm } from '@/policies/field-form';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '政策分野の登録' };

export default function NewFieldPage() {
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '管理', href: '/admin' },
          { label: '政策分野', href: '/admin/fields' },
        ]}
        here="登録"
      />
      <PageHeader title="政策分野の登録" />
      <FieldForm today={tokyoDay(new Date())} />
    </div>
  );
}
