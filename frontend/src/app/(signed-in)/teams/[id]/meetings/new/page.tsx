import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ownersOf } from '@/team-meetings/owners';
import { HeldForm } from '@/team-meetings/plan-forms';
import { getTeam } from '@/teams/api';
import { Card } from '@/ui/card';

export const metadata: Metadata = { title: '会議を記録する' };

export default async function HeldMeetingPage({ params }: PageProps<'/teams/[id]/meetings/new'>) {
  const team = await getTeam((await params).id);
  if (!team.allowedActions.includes('write')) notFound();
  return (
    <div className="grid max-w-4xl">
      <Card title="予定していなかった会議を記録する">
        <HeldForm teamId={team.id} owners={ownersOf(team)} ids={[randomUUID(), randomUUID(), randomUUID()]} />
      </Card>
    </div>
  );
}
