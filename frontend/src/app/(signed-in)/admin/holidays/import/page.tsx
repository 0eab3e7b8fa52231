import { DEADLINE_KIND_LABEL } from '@musubi/backend/contract/deadlines';
import type { Metadata } from 'next';
import { ImportForm } from '@/holidays/import-form';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '休日の取込み' };

export default function ImportHolidaysPage() {
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '管理', href: '/admin' },
          { label: '休日', href: '/admin/holidays' },
        ]}
        here="取込み"
      />
      <PageHeader title="休日の取込み">
        <p>取り込む前に、今の登録との違いと、動く期限を示します。読み取れない行があるときは、何も取り込みません。</p>
      </PageHeader>
      <ImportForm kinds={DEADLINE_KIND_LABEL} />
    </div>
  );
}
