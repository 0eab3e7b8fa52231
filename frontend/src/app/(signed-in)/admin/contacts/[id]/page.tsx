import type { Metadata, Route } from 'next';
import { endContact } from '@/ministries/actions';
import { getContact } from '@/ministries/api';
import { ContactForm } from '@/ministries/contact-form';
import { Banner } from '@/ui/banner';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DoneBanner } from '@/ui/done-banner';
import { EndButton } from '@/ui/end-button';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '担当者' };

export default async function ContactPage({ params, searchParams }: PageProps<'/admin/contacts/[id]'>) {
  const contact = await getContact((await params).id);
  const { id, ministryId, name, organisation, validTo, version, allowedActions } = contact;
  const list = `/admin/contacts?ministryId=${ministryId}` as Route;
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '管理', href: '/admin' },
          { label: '担当者', href: list },
        ]}
        here={name}
      />
      <PageHeader title={name}>
        <p>{organisation}</p>
      </PageHeader>
      <DoneBanner done={(await searchParams).done} />
      {validTo && <Banner kind="info" title="この担当者は終了しています。" />}
      {allowedActions.includes('update') && !validTo && <ContactForm contact={contact} />}
      {allowedActions.includes('end') && !validTo && (
        <EndButton action={endContact.bind(null, id)} version={version} label="この担当者を終了する" />
      )}
    </div>
  );
}
