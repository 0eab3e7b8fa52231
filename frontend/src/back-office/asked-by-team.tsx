import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { Day } from '@/ui/time';
import { getSupportRequest } from './api';

/** For the ministry that answers: what the team wrote. */
export async function AskedByTeam({ id }: { id: string }) {
  const { kind, background, wishedOn, team } = await getSupportRequest(id);
  return (
    <Card title="後方支援の依頼">
      <DescriptionList
        preserve
        items={[
          { term: '支援チーム', value: team.municipality },
          { term: '区分', value: kind },
          { term: '背景', value: background },
          { term: '希望する時期', value: wishedOn && <Day value={wishedOn} weekday /> },
        ].filter(({ value }) => value)}
      />
    </Card>
  );
}
