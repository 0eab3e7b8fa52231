import { PRACTICE_SOURCE_LABEL } from '@musubi/backend/contract/good-practices';
import type { MapNumbers } from '@musubi/backend/contract/map';
import type { SearchParams } from '@/lib/address';
import { Button } from '@/ui/button';
import { Link } from '@/ui/link';
import { type Option, Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';

const SOURCES = Object.entries(PRACTICE_SOURCE_LABEL).map(([value, label]) => ({ value, label }));

/** What narrows the map: the conditions that its layer knows. */
export function MapFilters({
  params,
  numbers: { layer },
  fields,
  states,
}: {
  params: SearchParams;
  numbers: MapNumbers;
  fields: readonly Option[];
  states: readonly Option[];
}) {
  const value = (name: string) => ({ name, defaultValue: String([params[name]].flat()[0] ?? '') });
  return (
    <form className="flex flex-wrap items-end gap-x-4 gap-y-3" action="/map">
      <input type="hidden" name="layer" value={layer} />
      {params.prefecture && <input type="hidden" {...value('prefecture')} />}
      {layer !== 'teams' && (
        <Select label="政策分野" {...value('field')} options={fields} empty="すべて" width="13rem" />
      )}
      {layer === 'practices' && (
        <Select label="出どころ" {...value('source')} options={SOURCES} empty="すべて" width="13rem" />
      )}
      {layer === 'consultations' && (
        <Select label="状態" {...value('state')} options={states} empty="すべて" width="13rem" />
      )}
      {layer !== 'practices' && (
        <TextField label="年度（西暦）" type="number" {...value('year')} min={2019} max={2100} width="8rem" />
      )}
      <Button variant="outline">絞り込む</Button>
      <span className="flex min-h-12 items-center">
        <Link href={`/map?layer=${layer}`}>条件を消す</Link>
      </span>
    </form>
  );
}
