import type { Metadata } from 'next';
import { getMeasureSettings } from '@/measures/api';
import { MeasureSettingsForm } from '@/measures/settings-form';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DoneBanner } from '@/ui/done-banner';
import { PageHeader } from '@/ui/page-header';
import { Moment } from '@/ui/time';

export const metadata: Metadata = { title: '施策の公開の設定' };

export default async function MeasureSettingsPage({ searchParams }: PageProps<'/measures/settings'>) {
  const { settings, changedBy, changedAt, allowedActions } = await getMeasureSettings();
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb trail={[{ label: '施策', href: '/measures' }]} here="公開の設定" />
      <PageHeader title="施策の公開の設定" />
      <DoneBanner done={(await searchParams).done} />
      <p>
        今は、{settings.public ? 'だれでも読めます' : 'サインインした人だけが読めます'}。
        {changedBy && (
          <>
            （{changedBy}　<Moment value={changedAt} />）
          </>
        )}
      </p>
      {allowedActions.includes('update') ? (
        <MeasureSettingsForm settings={settings} />
      ) : (
        <p>変更できるのは、システム管理者です。</p>
      )}
    </div>
  );
}
