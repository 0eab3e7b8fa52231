import type { Appointment } from '@musubi/backend/contract/appointments';
import type { Metadata, Route } from 'next';
import { getAppointment } from '@/proposals/api';
import { LetterForm, PublishForm } from '@/proposals/appointment-forms';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { DoneBanner } from '@/ui/done-banner';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Table } from '@/ui/table';
import { Moment } from '@/ui/time';

export const metadata: Metadata = { title: '任命' };

type Team = Appointment['teams'][number];

export default async function AppointmentPage({ params, searchParams }: PageProps<'/rounds/[id]/appointment'>) {
  const { id } = await params;
  const { round, proposal, reason, approvedBy, approvedAt, letter, publishedAt, teams, allowedActions } =
    await getAppointment(id);
  const letters = `/api/rounds/${id}/appointment/letters.pdf`;
  return (
    <>
      <Breadcrumb
        trail={[
          { label: '編成', href: '/proposals' as Route },
          { label: round.name, href: `/rounds/${id}/proposals` as Route },
        ]}
        here="任命"
      />
      <PageHeader title={`任命　${round.name}`} />
      <DoneBanner done={(await searchParams).done} />
      <DescriptionList
        items={[
          {
            term: '確定した編成案',
            value: (
              <Link href={`/proposals/${proposal.id}` as Route}>
                第{proposal.serial}案（第{proposal.version}版）
              </Link>
            ),
          },
          { term: '確定した人', value: approvedBy },
          { term: '確定した日時', value: <Moment value={approvedAt} /> },
          { term: '理由', value: reason },
          { term: '公表', value: publishedAt ? <Moment value={publishedAt} /> : '公表していません' },
        ]}
      />
      <Card
        title="任命の通知"
        actions={
          <LinkButton href={letters as Route} variant="outline" size="sm">
            全員分のPDF
          </LinkButton>
        }
      >
        {allowedActions.includes('editLetter') ? (
          <LetterForm roundId={id} letter={letter} />
        ) : (
          <p className="whitespace-pre-wrap">{letter.body}</p>
        )}
      </Card>
      {publishedAt && (
        <p>
          <Link href={`/team-lists/${id}` as Route}>公表した一覧を開く</Link>
        </p>
      )}
      {allowedActions.includes('publish') && (
        <Card title="一覧の公表">
          <PublishForm roundId={id} />
        </Card>
      )}
      <Table
        caption="任命したチーム"
        columns={[
          { header: '団体', cell: ({ municipality }: Team) => municipality, rowHeader: true },
          {
            header: '支援官',
            cell: ({ officers }: Team) => (
              <ul className="grid gap-1">
                {officers.map((officer) => (
                  <li key={officer.id}>
                    {officer.name}（{officer.ministry}）{' '}
                    <Link href={`${letters}?officer=${encodeURIComponent(officer.id)}` as Route}>
                      通知<span className="sr-only">：{officer.name}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            ),
            width: '20rem',
          },
        ]}
        rows={teams}
        rowKey={({ municipality }) => municipality}
        dense
      />
    </>
  );
}
