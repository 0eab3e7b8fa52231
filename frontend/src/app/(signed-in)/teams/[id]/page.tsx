import type { Route } from 'next';
import { getTeamMeetings, getTeamPromises } from '@/team-meetings/api';
import { WhenAndWhere } from '@/team-meetings/meeting-facts';
import { ownersOf } from '@/team-meetings/owners';
import { PromisesCard } from '@/team-meetings/promises-card';
import { getTeam } from '@/teams/api';
import { Member } from '@/teams/member';
import { ThemeFacts } from '@/teams/theme-facts';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { Link } from '@/ui/link';

export default async function TeamPage({ params }: PageProps<'/teams/[id]'>) {
  const { id } = await params;
  const [team, { next }, { items: promises }] = await Promise.all([
    getTeam(id),
    getTeamMeetings(id, '?size=1'),
    getTeamPromises(id),
  ]);
  const { members, problems, wish, theme, allowedActions } = team;
  const writes = allowedActions.includes('write');
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card title="支援官">
        <ul className="grid gap-6">
          {members.map((member) => (
            <Member key={member.id} member={member} teamId={id} writes={writes} />
          ))}
        </ul>
      </Card>
      <Card
        title="支援テーマと取組計画"
        actions={
          <Link href={`/teams/${id}/theme` as Route}>
            {writes ? (theme ? '直す・履歴' : 'テーマを決める') : '履歴'}
          </Link>
        }
      >
        {theme ? <ThemeFacts theme={theme} /> : <p>支援テーマは、まだ決まっていません。</p>}
      </Card>
      <Card title="次の会議" actions={<Link href={`/teams/${id}/meetings` as Route}>会議の一覧</Link>}>
        {next ? (
          <>
            <WhenAndWhere meeting={next} />
            <p className="mt-2">
              <Link href={`/teams/${id}/meetings/${next.id}` as Route}>議題・記録を開く</Link>
            </p>
          </>
        ) : (
          <p>予定している会議はありません。</p>
        )}
      </Card>
      <PromisesCard teamId={id} promises={promises} owners={ownersOf(team)} writes={writes} />
      <Card title="応募のときの課題と希望">
        <DescriptionList
          preserve
          items={[
            ...problems.map(({ field, text }, index) => ({ term: `課題${index + 1}　${field}`, value: text })),
            { term: '支援の希望', value: wish || '－' },
          ]}
        />
      </Card>
    </div>
  );
}
