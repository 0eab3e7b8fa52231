import type { Metadata, Route } from 'next';
import { grantOptions } from '@/identity/grant-options';
import { inviteAgain } from '@/identity/people-actions';
import { getPerson } from '@/identity/people-api';
import { PersonForm } from '@/identity/person-form';
import { getMinistries, getMinistry } from '@/ministries/api';
import { ActionButton } from '@/ui/action-button';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DoneBanner } from '@/ui/done-banner';
import { LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '利用者' };

export default async function PersonPage({ params, searchParams }: PageProps<'/admin/people/[id]'>) {
  const [person, { items }] = await Promise.all([
    getPerson((await params).id),
    getMinistries({ divisions: 'without' }),
  ]);
  const own = new Set(person.grants.flatMap(({ ministryId }) => ministryId ?? []));
  const ministries = await Promise.all([...own].map((id) => getMinistry(id)));
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '管理', href: '/admin' },
          { label: '利用者', href: '/admin/people' },
        ]}
        here={person.name}
      />
      <PageHeader
        title={person.name}
        actions={
          <LinkButton href={`/hand-overs/people/${person.id}` as Route} variant="outline">
            引継ぎ（人事異動）
          </LinkButton>
        }
      >
        <p>{person.email}</p>
      </PageHeader>
      <DoneBanner done={(await searchParams).done} />
      {person.status === 'invited' && (
        <ActionButton action={inviteAgain.bind(null, person.id)} variant="outline">
          招待のメールをもう一度送る
        </ActionButton>
      )}
      <PersonForm person={person} options={grantOptions(items, ministries)} />
    </div>
  );
}
