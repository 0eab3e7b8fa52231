import type { Metadata, Route } from 'next';
import { getTeam } from '@/teams/api';
import { Breadcrumb } from '@/ui/breadcrumb';
import { saveVisit } from '@/visits/actions';
import { getVisit, getVisitCategories } from '@/visits/api';
import { VisitForm } from '@/visits/visit-form';

export const metadata: Metadata = { title: '訪問の計画と結果' };

export default async function EditVisitPage({ params }: PageProps<'/teams/[id]/visits/[visitId]/edit'>) {
  const { id, visitId } = await params;
  const [visit, { members }, categories] = await Promise.all([getVisit(visitId), getTeam(id), getVisitCategories()]);
  const mayFinish = visit.allowedActions.includes('finish');
  const choice = members.filter(({ leftOn, personId }) => leftOn === null || visit.people.includes(personId));
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '現地訪問', href: `/teams/${id}/visits` as Route },
          { label: '訪問の内容', href: `/teams/${id}/visits/${visitId}` as Route },
        ]}
        here="計画と結果"
      />
      <h2 className="text-std-22B-150">訪問の計画と結果</h2>
      <VisitForm
        action={saveVisit.bind(null, id, visitId)}
        sheet={visit}
        stored={visit}
        begun={visit.state === 'done' || mayFinish}
        mayFinish={mayFinish}
        members={choice}
        categories={categories}
      />
    </div>
  );
}
