import { randomUUID } from 'node:crypto';
import { SHARED_FIELD_LABEL, type TeamMeeting } from '@musubi/backend/contract/team-meetings';
import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { getTeamMeeting } from '@/team-meetings/api';
import { EntryForm } from '@/team-meetings/entry-form';
import { FIELDS } from '@/team-meetings/entry-values';
import { localTime } from '@/team-meetings/local-time';
import { MeetingBadge, WhenAndWhere } from '@/team-meetings/meeting-facts';
import { ownersOf } from '@/team-meetings/owners';
import { CancelForm, MoveForm } from '@/team-meetings/plan-forms';
import { PromiseList } from '@/team-meetings/promise-list';
import { getTeam } from '@/teams/api';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { Disclosure } from '@/ui/disclosure';
import { Link } from '@/ui/link';

export const metadata: Metadata = { title: '会議の記録' };

export default async function TeamMeetingPage({ params }: PageProps<'/teams/[id]/meetings/[meeting]'>) {
  const { id, meeting: meetingId } = await params;
  const [team, meeting] = await Promise.all([getTeam(id), getTeamMeeting(meetingId)]);
  if (meeting.teamId !== id) notFound();
  const { allowedActions, promises, texts, reason, shared, state } = meeting;
  const may = (action: TeamMeeting['allowedActions'][number]) => allowedActions.includes(action);
  const home = `/teams/${id}/meetings` as const;
  return (
    <div className="grid max-w-4xl gap-6">
      <p>
        <Link href={home as Route}>会議の一覧に戻る</Link>
      </p>
      <Card title="会議" actions={<MeetingBadge state={state} />}>
        <div className="grid gap-4">
          <WhenAndWhere meeting={meeting} />
          {reason && <p>取りやめた理由：{reason}</p>}
          {may('move') && (
            <Disclosure summary="日時・場所を変える">
              <MoveForm teamId={id} id={meetingId} planned={{ ...meeting, startsAt: localTime(meeting.startsAt) }} />
            </Disclosure>
          )}
          {may('cancel') && (
            <Disclosure summary="取りやめる">
              <CancelForm teamId={id} id={meetingId} version={meeting.version} />
            </Disclosure>
          )}
        </div>
      </Card>
      {promises.length > 0 && (
        <Card title="この会議の約束・宿題">
          <PromiseList promises={promises} home={`${home}/${meetingId}` as Route} />
        </Card>
      )}
      <Card title={may('record') ? '会議の記録' : '議題と記録'}>
        {may('write') ? (
          <EntryForm
            id={meetingId}
            texts={texts}
            labels={SHARED_FIELD_LABEL}
            owners={ownersOf(team)}
            ids={[randomUUID(), randomUUID(), randomUUID()]}
            records={may('record')}
            held={state === 'held'}
            shared={shared}
          />
        ) : (
          <DescriptionList
            preserve
            items={FIELDS.map((field) => ({ term: SHARED_FIELD_LABEL[field], value: texts[field].body }))}
          />
        )}
      </Card>
    </div>
  );
}
