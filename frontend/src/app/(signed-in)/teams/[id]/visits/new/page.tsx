import { randomUUID } from 'node:crypto';
import type { Metadata, Route } from 'next';
import { getTeam } from '@/teams/api';
import { Breadcrumb } from '@/ui/breadcrumb';
import { planVisit } from '@/visits/actions';
import { getVisitCategories } from '@/visits/api';
import { VisitForm } from '@/visits/visit-form';

export const metadata: Metadata = { title: '訪問の計画' };

const NOTHING = {
  ...{ startsOn: '', endsOn: '', route: [], people: [], companions: '', met: [], travel: null },
  ...{ result: '', media: false, shared: false },
};

export default async function NewVisitPage({ params }: PageProps<'/teams/[id]/visits/new'>) {
  const { id } = await params;
  const [{ members }, categories] = await Promise.all([getTeam(id), getVisitCategories()]);
  const now = members.filter(({ leftOn }) => leftOn === null);
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb trail={[{ label: '現地訪問', href: `/teams/${id}/visits` as Route }]} here="計画" />
      <h2 className="text-std-22B-150">訪問の計画</h2>
      <VisitForm
        action={planVisit.bind(null, id)}
        id={randomUUID()}
        begun={false}
        mayFinish={false}
        sheet={{ ...NOTHING, people: now.flatMap(({ personId, me }) => (me ? personId : [])) }}
        members={now}
        categories={categories}
      />
    </div>
  );
}
