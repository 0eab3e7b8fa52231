import type { Metadata } from 'next';
import { getTeamHealth } from '@/team-health/api';
import { RuleForm } from '@/team-health/rule-form';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '活動の状況の基準' };

export default async function HealthRulesPage() {
  const { rule, today, mayEdit } = await getTeamHealth('?size=1');
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb trail={[{ label: 'チームの活動の状況', href: '/team-health' }]} here="基準" />
      <PageHeader title="活動の状況の基準">
        <p>適用を始める日から、新しい基準で見ます。それまでの記録は変わりません。</p>
      </PageHeader>
      {mayEdit ? <RuleForm rule={rule} today={today} /> : <EmptyState title="基準を変えられるのは事務局です" />}
    </div>
  );
}
