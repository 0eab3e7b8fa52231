import type { Metadata } from 'next';
import { withParams } from '@/lib/address';
import { getUndelivered } from '@/notifications/api';
import { SettleForm } from '@/notifications/settle-form';
import { UndeliveredFacts } from '@/notifications/undelivered';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import { DoneBanner } from '@/ui/done-banner';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';

export const metadata: Metadata = { title: '届かなかったメール' };

const SIZE = 20;

export default async function UndeliveredPage({ searchParams }: PageProps<'/undelivered'>) {
  const params = await searchParams;
  const page = Math.max(1, Number(params.page) || 1);
  const { items, total } = await getUndelivered(`page=${page}&size=${SIZE}`);
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb trail={[{ label: '今日の仕事', href: '/work' }]} here="届かなかったメール" />
      <PageHeader title="届かなかったメール">
        <p>
          宛先に届かなかったメールです。電話などで相手に確認し、必要ならアドレスを直して、対応の内容を記録してください。同じ宛先に後のメールを送信できたものは、一覧から消えます。
        </p>
      </PageHeader>
      <DoneBanner done={params.done} />
      {items.length === 0 && <EmptyState title="届かなかったメールはありません" />}
      {items.map((address) => (
        <Card
          key={address.mailId}
          id={`mail-${address.mailId}`}
          title={[address.person, address.to].filter(Boolean).join('　')}
        >
          <div className="grid gap-4">
            <UndeliveredFacts address={address} />
            <Disclosure summary="対応の内容を書いて対応済みにする">
              <SettleForm id={address.mailId} />
            </Disclosure>
          </div>
        </Card>
      ))}
      <Pagination
        total={total}
        page={page}
        size={SIZE}
        href={(to) => withParams('/undelivered', params, { page: to, done: null })}
      />
    </div>
  );
}
