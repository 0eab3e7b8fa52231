import type { Metadata } from 'next';
import { filterOptions } from '@/lib/filter-options';
import { RoutingRuleForm } from '@/routing/rule-form';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '照会先の規則を定める' };

export default async function NewRoutingRulePage() {
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb trail={[{ label: '照会先の規則', href: '/admin/routing-rules' }]} here="規則を定める" />
      <PageHeader title="照会先の規則を定める" />
      <RoutingRuleForm {...(await filterOptions())} />
    </div>
  );
}
