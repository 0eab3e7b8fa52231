import type { MapNumbers } from '@musubi/backend/contract/map';
import { getConsultations } from '@/consultations/api';
import { CaseTable } from '@/consultations/case-table';
import { getPractices } from '@/good-practices/api';
import { PracticeCard } from '@/good-practices/practice-card';
import { type SearchParams, withParams } from '@/lib/address';
import { conditionsOf, one } from '@/map/address';
import { getTeams } from '@/teams/api';
import { TeamTable } from '@/teams/team-table';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';

const SHOWN = 20;

/** The list behind each layer, and its first rows. */
const LISTS = {
  practices: { list: '/good-practices', find: practices },
  consultations: { list: '/consultations', find: consultations },
  teams: { list: '/teams', find: teams },
};

/** What lies in the prefecture or municipality that was chosen, with the way to its whole list. */
export async function FoundHere({ params, numbers }: { params: SearchParams; numbers: MapNumbers }) {
  const { layer, prefecture, areas } = numbers;
  const query = conditionsOf(params, layer);
  const town = areas.find(({ code }) => code === one(params.municipality));
  const place = town && town.code !== prefecture?.code ? `${prefecture?.name}${town.name}` : prefecture?.name;
  const { list, find } = LISTS[layer];
  const { total, rows } = await find(query);
  return (
    <section id="found" className="grid gap-4">
      <h2 className="text-std-24B-150">{place}</h2>
      {total === 0 ? <EmptyState title="該当するものはありません">条件を変えてください。</EmptyState> : rows}
      {total > SHOWN && <p>{`${total.toLocaleString('ja-JP')}件のうち${SHOWN}件を表示しています。`}</p>}
      {total > 0 && (
        <p>
          <Link href={withParams(list, query, {})}>一覧の画面で見る</Link>
        </p>
      )}
    </section>
  );
}

async function practices(query: SearchParams) {
  const { items, total } = await getPractices({ ...query, size: String(SHOWN) });
  const rows = (
    <div className="grid gap-4 md:grid-cols-2">
      {items.map((practice) => (
        <PracticeCard key={practice.id} practice={practice} mayStart={false} />
      ))}
    </div>
  );
  return { total, rows };
}

async function consultations(query: SearchParams) {
  const { items, total } = await getConsultations({ ...query, size: String(SHOWN) });
  return { total, rows: <CaseTable items={items} /> };
}

async function teams(query: SearchParams) {
  const { items, total } = await getTeams({ ...query, size: String(SHOWN) });
  return { total, rows: <TeamTable items={items} /> };
}
