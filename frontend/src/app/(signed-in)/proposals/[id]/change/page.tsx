import type { ChangePreview } from '@musubi/backend/contract/proposals';
import type { Metadata, Route } from 'next';
import { Refused } from '@/lib/refused';
import { getPreview, getProposal } from '@/proposals/api';
import { ChangeForm } from '@/proposals/change-form';
import { difference, points } from '@/proposals/points';
import { Banner } from '@/ui/banner';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { type Column, Table } from '@/ui/table';

export const metadata: Metadata = { title: '変更の前の確認' };

type Team = ChangePreview['teams'][number];

const COLUMNS: readonly Column<Team>[] = [
  { header: '団体', cell: ({ municipality }) => municipality.label, rowHeader: true },
  { header: '今のチーム', cell: ({ officersBefore }) => officersBefore.join('、'), width: '14rem' },
  { header: '変更後のチーム', cell: ({ officersAfter }) => officersAfter.join('、'), width: '14rem' },
  {
    header: '適合度',
    cell: ({ before, after }) => `${points(before)} → ${points(after)}（${difference(before, after)}）`,
    numeric: true,
    nowrap: true,
  },
];

export default async function ChangePage({ params, searchParams }: PageProps<'/proposals/[id]/change'>) {
  const { id } = await params;
  const query = await searchParams;
  const asked = new URLSearchParams(
    ['kind', 'officer', 'other', 'municipality', 'rule'].flatMap((name) =>
      query[name] ? [[name, String(query[name])]] : [],
    ),
  );
  const { serial, round, allowedActions } = await getProposal(id);
  const shown = await previewOf(id, asked);
  const back = `/proposals/${id}` as Route;
  return (
    <>
      <Breadcrumb
        trail={[
          { label: round.name, href: `/rounds/${round.id}/proposals` as Route },
          { label: `第${serial}案`, href: back },
        ]}
        here="変更の前の確認"
      />
      {shown instanceof Refused ? (
        <>
          <PageHeader title="変更の前の確認" />
          <Banner kind="error" title="この変更はできません">
            {Object.values(shown.problem.fields ?? {}).join('　') || shown.problem.detail}
          </Banner>
        </>
      ) : (
        <Shown id={id} preview={shown} mayChange={allowedActions.includes('change')} />
      )}
      <p>
        <Link href={back}>変更せずに編成案に戻る</Link>
      </p>
    </>
  );
}

/** A choice left open is told beside the way back, not as a broken page. */
async function previewOf(id: string, asked: URLSearchParams): Promise<ChangePreview | Refused> {
  try {
    return await getPreview(id, asked);
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

function Shown({ id, preview, mayChange }: { id: string; preview: ChangePreview; mayChange: boolean }) {
  const { title, teams, total, minimum, breaks, mends } = preview;
  return (
    <>
      <PageHeader title={title}>
        <p>まだ変更していません。変更した場合は、次のようになります。ほかのチームは変わりません。</p>
      </PageHeader>
      {breaks.length > 0 && (
        <Banner kind="warning" title="変更すると、次の規則に反します">
          <List words={breaks} />
        </Banner>
      )}
      {mends.length > 0 && (
        <Banner kind="info" title="変更すると、次の違反が解消します">
          <List words={mends} />
        </Banner>
      )}
      <Card title="変わるところ">
        <div className="grid gap-4">
          {teams.length > 0 ? (
            <Table
              caption="変わるチーム"
              columns={COLUMNS}
              rows={teams}
              rowKey={({ municipality }) => municipality.id}
            />
          ) : (
            <p>チームの顔ぶれは変わりません。</p>
          )}
          <p>
            合計 {points(total.before)} → {points(total.after)}点（{difference(total.before, total.after)}
            ）。最も低い適合度 {points(minimum.before)} → {points(minimum.after)}点（
            {difference(minimum.before, minimum.after)}）。
          </p>
        </div>
      </Card>
      {mayChange && (
        <Card title="変更する">
          <ChangeForm id={id} version={preview.version} change={preview.change} />
        </Card>
      )}
    </>
  );
}

const List = ({ words }: { words: readonly string[] }) => (
  <ul className="list-disc pl-5">
    {words.map((one) => (
      <li key={one}>{one}</li>
    ))}
  </ul>
);
