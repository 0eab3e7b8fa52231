import type { TeamMember } from '@musubi/backend/contract/teams';
import { getTeam } from '@/teams/api';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { Day } from '@/ui/time';

export default async function TeamPage({ params }: PageProps<'/teams/[id]'>) {
  const { members, problems, wish } = await getTeam((await params).id);
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Card title="支援官">
        <ul className="grid gap-4">
          {members.map((member) => (
            <Member key={member.id} {...member} />
          ))}
        </ul>
      </Card>
      <Card title="応募のときの課題と希望">
        <DescriptionList
          preserve
          items={[
            ...problems.map(({ field, text }, index) => ({ term: `課題${index + 1}　${field}`, value: text })),
            { term: '支援の希望', value: wish },
          ]}
        />
      </Card>
    </div>
  );
}

function Member({ name, ministry, post, introduction, leftOn }: TeamMember) {
  return (
    <li>
      <p className="font-700">{name}</p>
      <p>
        {ministry}　{post}
      </p>
      {introduction && <p className="whitespace-pre-wrap">{introduction}</p>}
      {leftOn && (
        <p>
          <Day value={leftOn} /> に交代
        </p>
      )}
    </li>
  );
}
