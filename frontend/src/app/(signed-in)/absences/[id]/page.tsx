import type { Metadata } from 'next';
import { AbsenceCard } from '@/identity/absence-card';
import { getAbsences } from '@/identity/api';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '不在の設定' };

export default async function AbsencesPage({ params }: PageProps<'/absences/[id]'>) {
  const absences = await getAbsences((await params).id);
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb trail={[{ label: '引継ぎと不在', href: '/hand-overs' }]} here={absences.person.name} />
      <PageHeader title={`${absences.person.name}さんの不在`} />
      <AbsenceCard absences={absences} />
    </div>
  );
}
