import type { Metadata } from 'next';
import { grantOptions } from '@/identity/grant-options';
import { PersonForm } from '@/identity/person-form';
import { getMinistries } from '@/ministries/api';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '利用者の招待' };

export default async function NewPersonPage() {
  const { items } = await getMinistries({ divisions: 'without' });
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '管理', href: '/admin' },
          { label: '利用者', href: '/admin/people' },
        ]}
        here="招待"
      />
      <PageHeader title="利用者の招待">
        <p>招待のメールを送ります。届いたリンクから、本人がパスワードを設定すると利用を始められます。</p>
      </PageHeader>
      <PersonForm options={grantOptions(items)} />
    </div>
  );
}
