import type { Metadata } from 'next';
import { getReplySettings } from '@/replies/api';
import { SettingsForm } from '@/replies/settings-form';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DoneBanner } from '@/ui/done-banner';
import { PageHeader } from '@/ui/page-header';
import { Moment } from '@/ui/time';

export const metadata: Metadata = { title: '回答書の設定' };

export default async function ReplySettingsPage({ searchParams }: PageProps<'/admin/reply-settings'>) {
  const { settings, changedBy, changedAt, allowedActions } = await getReplySettings();
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb trail={[{ label: '管理', href: '/admin' }]} here="回答書の設定" />
      <PageHeader title="回答書の設定" />
      <DoneBanner done={(await searchParams).done} />
      <p>
        変更は、次に決裁を依頼する回答書から適用します。送付した回答書は変わりません。（第{settings.version}版
        {changedBy && (
          <>
            　{changedBy}　<Moment value={changedAt} />
          </>
        )}
        ）
      </p>
      {allowedActions.includes('update') && <SettingsForm settings={settings} />}
    </div>
  );
}
