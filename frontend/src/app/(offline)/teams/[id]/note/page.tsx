import { formatWareki } from '@musubi/backend/contract/calendar';
import { MAX_NOTE, type VisitState, type VisitSummary } from '@musubi/backend/contract/visits';
import type { Metadata, Route } from 'next';
import { getMe } from '@/identity/api';
import { getTeam } from '@/teams/api';
import { EmptyState } from '@/ui/empty-state';
import { Link, LinkButton } from '@/ui/link';
import { OpenPage } from '@/ui/page-frame';
import { getVisit, getVisits } from '@/visits/api';
import { NotePad } from '@/visits/note-pad';

export const metadata: Metadata = { title: '訪問メモ' };

const of = (items: readonly VisitSummary[], wanted: VisitState) => items.filter(({ state }) => state === wanted);

/** Of how many visits the notes come along: the one that comes next or lasts, then those that took place, the latest first. */
const SHOWN = 10;

/** Stands outside the usual frame: it is kept on the device, and bears nothing that it does not need. */
export default async function NotePage({ params }: PageProps<'/teams/[id]/note'>) {
  const { id } = await params;
  const [me, team, { items }] = await Promise.all([getMe(), getTeam(id), getVisits(id)]);
  const visits = [...of(items, 'planned').reverse(), ...of(items, 'done')].slice(0, SHOWN);
  const sent = (await Promise.all(visits.map((visit) => getVisit(visit.id)))).flatMap(({ notes }) => notes);
  const plan = `/teams/${id}/visits/new` as Route;
  return (
    <OpenPage title="訪問メモ">
      <p>
        {team.municipality}　<Link href={`/teams/${id}/visits` as Route}>現地訪問の一覧</Link>
      </p>
      <noscript>このページはJavaScriptを使います。使えないときは、訪問の「結果」に書いてください。</noscript>
      {!team.allowedActions.includes('write') && <EmptyState title="このチームには書き込めません" />}
      {team.allowedActions.includes('write') && visits.length === 0 && (
        <EmptyState title="現地訪問がありません">
          <LinkButton href={plan}>訪問を計画する</LinkButton>
        </EmptyState>
      )}
      {team.allowedActions.includes('write') && visits.length > 0 && (
        <NotePad
          teamId={id}
          personId={me.id}
          visits={visits.map((visit) => ({
            id: visit.id,
            label: [formatWareki(visit.startsOn), visit.places[0]].filter(Boolean).join('　'),
          }))}
          sent={sent}
          limit={MAX_NOTE}
        />
      )}
    </OpenPage>
  );
}
