import type { Team } from '@musubi/backend/contract/teams';
import type { Metadata, Route } from 'next';
import { currentAddress } from '@/lib/visitor';
import { getTeam } from '@/teams/api';
import { LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Tabs } from '@/ui/tabs';

export async function generateMetadata({ params }: LayoutProps<'/teams/[id]'>): Promise<Metadata> {
  const team = await getTeam((await params).id).catch(() => undefined);
  if (!team) return {};
  const title = `${team.municipality} 支援チーム`;
  return { title: { template: `%s｜${title}｜Musubi 新結合相談窓口`, default: title } };
}

/** The pages of a team, in the order of its year. */
const TABS: readonly { path: string; label: string; for?: (team: Team) => boolean }[] = [
  { path: '', label: 'チーム' },
  { path: '/theme', label: 'テーマと計画' },
  { path: '/kpis', label: 'KPI' },
  { path: '/meetings', label: '会議' },
  { path: '/calendar', label: '年間の予定' },
  { path: '/talk', label: '会話' },
  { path: '/members', label: '支援官の交代', for: ({ allowedActions }) => allowedActions.includes('changeMembers') },
  { path: '/visits', label: '現地訪問' },
  { path: '/reports', label: '報告' },
  { path: '/surveys', label: '調査' },
  { path: '/continuation', label: '継続', for: ({ members }) => !members.some(({ me }) => me) },
  { path: '/support', label: '後方支援', for: ({ readsSupport }) => readsSupport },
];

export default async function TeamLayout({ params, children }: LayoutProps<'/teams/[id]'>) {
  const { id } = await params;
  const team = await getTeam(id);
  const [here = ''] = (await currentAddress()).split('?');
  const root = `/teams/${id}`;
  const tabs = TABS.filter((tab) => tab.for?.(team) ?? true);
  return (
    <>
      <PageHeader
        title={`${team.municipality}　支援チーム`}
        actions={
          team.allowedActions.includes('askSupport') &&
          !here.startsWith(`${root}/support/new`) && (
            <LinkButton href={`${root}/support/new` as Route} variant="outline">
              後方支援を頼む
            </LinkButton>
          )
        }
      >
        <p>{team.round.name}</p>
        {team.joined.length > 0 && <p>共同の応募：{[team.municipality, ...team.joined].join('、')}</p>}
      </PageHeader>
      <Tabs
        label="チームのページ"
        tabs={tabs.map(({ path, label }) => ({
          label,
          href: `${root}${path}` as Route,
          current: path === '' ? here === root : here.startsWith(`${root}${path}`),
        }))}
      />
      {children}
    </>
  );
}
