import { tokyoDay } from '@musubi/backend/contract/calendar';
import type { Metadata, Route } from 'next';
import { endDivision } from '@/ministries/actions';
import { getDivision, getMinistry } from '@/ministries/api';
import { DivisionForm } from '@/ministries/division-form';
import { divisionOptions } from '@/ministries/ministry-options';
import { Banner } from '@/ui/banner';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DoneBanner } from '@/ui/done-banner';
import { EndButton } from '@/ui/end-button';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Day } from '@/ui/time';

export async function generateMetadata({ params }: PageProps<'/admin/divisions/[id]'>): Promise<Metadata> {
  return { title: (await getDivision((await params).id)).path };
}

export default async function DivisionPage({ params, searchParams }: PageProps<'/admin/divisions/[id]'>) {
  const division = await getDivision((await params).id);
  const { id, ministryId, ministryName, path, validFrom, validTo, succeededBy, allowedActions, version } = division;
  const { divisions } = await getMinistry(ministryId);
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '管理', href: '/admin' },
          { label: '府省庁', href: '/admin/ministries' },
          { label: ministryName, href: `/admin/ministries/${ministryId}` as Route },
        ]}
        here={path}
      />
      <PageHeader
        title={`${ministryName} ${path}`}
        actions={
          allowedActions.includes('end') && (
            <LinkButton href={`/hand-overs/divisions/${id}` as Route} variant="outline">
              ほかの課室に引き継ぐ
            </LinkButton>
          )
        }
      >
        <p>
          <Day value={validFrom} />
          から{validTo && <Day value={validTo} />}
          {validTo && 'まで'}
        </p>
      </PageHeader>
      <DoneBanner done={(await searchParams).done} />
      {validTo && (
        <Banner kind="info" title="この課室は終了しています。">
          {succeededBy && <Link href={`/admin/divisions/${succeededBy}` as Route}>業務を引き継いだ課室を見る</Link>}
        </Banner>
      )}
      {allowedActions.includes('update') && !validTo && (
        <DivisionForm
          ministryId={ministryId}
          division={division}
          parents={divisionOptions(divisions, division)}
          today={tokyoDay(new Date())}
        />
      )}
      {allowedActions.includes('end') && !validTo && (
        <EndButton action={endDivision.bind(null, id)} version={version} label="この課室を終了する">
          終了すると、この課室の担当者も終了し、これからの照会では選べなくなります。終了しますか。
        </EndButton>
      )}
    </div>
  );
}
