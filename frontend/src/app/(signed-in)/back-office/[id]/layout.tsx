import type { Metadata, Route } from 'next';
import { getSupportRequest } from '@/back-office/api';
import { SupportBadge } from '@/back-office/state-badge';
import { currentAddress } from '@/lib/visitor';
import { PageHeader } from '@/ui/page-header';
import { Tabs } from '@/ui/tabs';

export async function generateMetadata({ params }: LayoutProps<'/back-office/[id]'>): Promise<Metadata> {
  const request = await getSupportRequest((await params).id).catch(() => undefined);
  if (!request) return {};
  const { number, title } = request;
  return { title: { template: `%s｜${number} ${title}｜Musubi 新結合相談窓口`, default: title } };
}

/** The head of a request; the inquiries are for who puts them. */
export default async function SupportRequestLayout({ params, children }: LayoutProps<'/back-office/[id]'>) {
  const { id } = await params;
  const request = await getSupportRequest(id);
  const [here = ''] = (await currentAddress()).split('?');
  const root = `/back-office/${id}`;
  const follows = request.followsInquiries;
  return (
    <>
      <PageHeader
        title={request.title}
        badges={
          <>
            <span>{request.number}</span>
            <span>{request.team.municipality} 支援チーム</span>
            <SupportBadge {...request} />
          </>
        }
      />
      {follows && (
        <Tabs
          label="後方支援の内容"
          tabs={[
            { label: '依頼と回答', href: root as Route, current: here === root },
            { label: '照会', href: `${root}/inquiries` as Route, current: here.startsWith(`${root}/inquiries`) },
          ]}
        />
      )}
      {children}
    </>
  );
}
