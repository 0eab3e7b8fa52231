import { tokyoDay } from '@musubi/backend/contract/calendar';
import { DEADLINE_KIND_LABEL, OFFICE_CALENDAR_LABEL } from '@musubi/backend/contract/deadlines';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getDeadlineRules } from '@/deadlines/api';
import { RuleForm } from '@/deadlines/rule-form';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '期限の規則の変更' };

const CALENDARS = Object.entries(OFFICE_CALENDAR_LABEL).map(([value, label]) => ({ value, label }));

export default async function DeadlineRulePage({ params }: PageProps<'/admin/deadline-rules/[kind]'>) {
  const { kind } = await params;
  const { items, allowedActions } = await getDeadlineRules();
  const ofKind = items.filter((rule) => rule.kind === kind);
  const rule = ofKind.find(({ standing }) => standing === 'inForce') ?? ofKind[0] ?? notFound();
  const title = `期限の規則：${DEADLINE_KIND_LABEL[rule.kind]}`;
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '管理', href: '/admin' },
          { label: '期限の規則', href: '/admin/deadline-rules' },
        ]}
        here={DEADLINE_KIND_LABEL[rule.kind]}
      />
      <PageHeader title={title} />
      {allowedActions.includes('create') ? (
        <RuleForm
          rule={rule}
          seen={Math.max(...ofKind.map(({ id }) => id))}
          today={tokyoDay(new Date())}
          calendars={CALENDARS}
          kinds={DEADLINE_KIND_LABEL}
        />
      ) : (
        <EmptyState title="規則を変更できるのは管理者です。" />
      )}
    </div>
  );
}
