import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTeamChanges } from '@/team-changes/api';
import { JoinForm, LeaveForm } from '@/team-changes/change-forms';
import { ownersOf } from '@/team-meetings/owners';
import { getTeam } from '@/teams/api';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import { Day } from '@/ui/time';

export const metadata: Metadata = { title: '支援官の交代' };

export default async function MembersPage({ params }: PageProps<'/teams/[id]/members'>) {
  const team = await getTeam((await params).id);
  if (!team.allowedActions.includes('changeMembers')) notFound();
  const { items: candidates, openPromises } = await getTeamChanges(team.id);
  const openOf = (personId: string) => openPromises.find((one) => one.personId === personId)?.count ?? 0;
  const now = team.members.filter(({ leftOn }) => !leftOn);
  const options = candidates.map(({ applicationId, name, ministry, post, sameMinistry }) => ({
    value: applicationId,
    label: `${name}（${ministry}　${post}）${sameMinistry ? '※同じ府省庁' : ''}`,
  }));
  return (
    <div className="grid max-w-4xl gap-6">
      <Card title="支援官を加える">
        {options.length === 0 ? (
          <p>加われる支援官はいません。</p>
        ) : (
          <JoinForm key={team.members.length} teamId={team.id} candidates={options} />
        )}
      </Card>
      <Card title="チームを離れる">
        <p className="mb-4">後任がいる場合は、先に加えてください。済んでいない約束を、後任に引き継ぐことができます。</p>
        <ul className="grid gap-4">
          {now.map(({ id, personId, name, ministry, joinedOn }) => (
            <li key={id} className="grid gap-2">
              <p>
                <span className="font-700">{name}</span>（{ministry}）　
                <Day value={joinedOn} />
                から　済んでいない約束 {openOf(personId)}件
              </p>
              <Disclosure
                summary={
                  <>
                    離れることを記録する<span className="sr-only">（{name}）</span>
                  </>
                }
              >
                <LeaveForm
                  teamId={team.id}
                  memberId={id}
                  openPromises={openOf(personId)}
                  successors={ownersOf(team).filter(({ value }) => value !== personId)}
                />
              </Disclosure>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
