import { tokyoDay } from '@musubi/backend/contract/calendar';
import type { Metadata } from 'next';
import { getMinistries } from '@/ministries/api';
import { MinistryForm } from '@/ministries/ministry-form';
import { parentOptions } from '@/ministries/ministry-options';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '府省庁の登録' };

export default async function NewMinistryPage() {
  const { items } = await getMinistries({ divisions: 'without' });
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '管理', href: '/admin' },
          { label: '府省庁', href: '/admin/ministries' },
        ]}
        here="登録"
      />
      <PageHeader title="府省庁の登録" />
      <MinistryForm parents={parentOptions(items)} today={tokyoDay(new Date())} />
    </div>
  );
}
