import type { ApplicationOrigin } from '@musubi/backend/contract/continuation';
import type { Route } from 'next';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { Link } from '@/ui/link';

/** Which team an 応募 goes on from, and whom the town would like to keep. */
export function OriginCard({ origin }: { origin: NonNullable<ApplicationOrigin['origin']> }) {
  const again = origin.members.filter(({ wishedAgain }) => wishedAgain);
  return (
    <Card title="前の年度からの継続">
      <DescriptionList
        preserve
        items={[
          {
            term: '引き継いだチーム',
            value: (
              <Link href={`/teams/${origin.teamId}` as Route}>
                {origin.municipality}　支援チーム（{origin.round}）
              </Link>
            ),
          },
          { term: '支援の内容', value: origin.theme },
          {
            term: '引き続き希望する支援官',
            value: again.length > 0 ? again.map(({ ministry, name }) => `${ministry}　${name}`).join('、') : '希望なし',
          },
        ]}
      />
    </Card>
  );
}
