import type { Route } from 'next';
import { getTeam } from '@/teams/api';
import { Member } from '@/teams/member';
import { ThemeFacts } from '@/teams/theme-facts';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { Link } from '@/ui/link';

export default async function TeamPage({ params }: PageProps<'/teams/[id]'>) {
  const { id, members, problems, wish, theme, allowedActions } = await getTeam((await params).id);
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
