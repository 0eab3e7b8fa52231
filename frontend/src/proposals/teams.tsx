import type { ProposalPage } from '@musubi/backend/contract/proposals';
import type { SearchParams } from '@/lib/address';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';
import { TeamCard } from './team-card';

/** All teams, or those of a town, of a ministry, with a conflict, or the lowest first. */
export function Teams({
  proposal,
  query,
  mayChange,
}: {
  proposal: ProposalPage;
  query: SearchParams;
  mayChange: boolean;
}) {
  const [town, ministry, only] = [String(query.town ?? ''), String(query.ministry ?? ''), String(query.only ?? '')];
  const found = proposal.teams.filter(
    ({ municipality, officers, conflicts }) =>
      municipality.label.includes(town) &&
      (ministry === '' || officers.some((officer) => officer.ministry === ministry)) &&
      (only !== 'conflicts' || conflicts.length > 0),
  );
  const shown = only === 'low' ? found.sort((one, other) => one.score - other.score) : found;
  return (
    <section className="grid gap-4" aria-labelledby="teams">
      <h2 id="teams" className="text-std-24B-150">
        チーム（{shown.length}／{proposal.teams.length}）
      </h2>
      <form className="flex flex-wrap items-end gap-4">
        <TextField label="団体名" name="town" type="search" defaultValue={town} width="14rem" />
        <Select
          label="府省庁"
          name="ministry"
          options={proposal.ministries.map((name) => ({ value: name, label: name }))}
          empty="すべて"
          defaultValue={ministry}
          width="14rem"
        />
        <Select
          label="並べ方と絞込み"
          name="only"
          options={[
            { value: 'low', label: '適合度の低い順' },
            { value: 'conflicts', label: '規則に反するものだけ' },
          ]}
          empty="応募の順"
          defaultValue={only}
          width="14rem"
        />
        <Button variant="outline">表示する</Button>
      </form>
      {shown.length > 0 ? (
        <div className="grid items-start gap-4 md:grid-cols-2 xl:grid-cols-3">
          {shown.map((team) => (
            <TeamCard key={team.municipality.id} id={proposal.id} team={team} mayChange={mayChange} />
          ))}
        </div>
      ) : (
        <EmptyState title="該当するチームはありません">条件を変えて表示してください。</EmptyState>
      )}
    </section>
  );
}
