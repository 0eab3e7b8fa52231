import { PRACTICE_SOURCE_LABEL } from '@musubi/backend/contract/good-practices';
import type { SearchParams } from '@/lib/address';
import { Button } from '@/ui/button';
import { Link } from '@/ui/link';
import { type Option, Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';

const SOURCES = Object.entries(PRACTICE_SOURCE_LABEL).map(([value, label]) => ({ value, label }));
const PILLARS = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: `柱${value}` }));

/** What narrows the library, as it stands in the address. */
export function PracticeFilters({
  params,
  fields,
  prefectures,
}: {
  params: SearchParams;
  fields: readonly Option[];
  prefectures: readonly Option[];
}) {
  const value = (name: string) => ({ name, defaultValue: String([params[name]].flat()[0] ?? '') });
  return (
    <form className="flex flex-wrap items-end gap-x-4 gap-y-3" action="/good-practices">
      <TextField label="団体名、事例名、要素、本文" type="search" {...value('q')} width="18rem" />
      <Select label="出どころ" {...value('source')} options={SOURCES} empty="すべて" width="13rem" />
      <Select label="政策の柱" {...value('pillar')} options={PILLARS} empty="すべて" width="8rem" />
      <Select label="政策分野" {...value('field')} options={fields} empty="すべて" width="13rem" />
      <Select label="都道府県" {...value('prefecture')} options={prefectures} empty="すべて" width="9rem" />
      {params.municipality && (
        <span className="flex min-h-12 items-center">
          <input type="hidden" {...value('municipality')} />
          団体コード{params.municipality}の事例
        </span>
      )}
      <Button variant="outline">探す</Button>
      <span className="flex min-h-12 items-center">
        <Link href="/good-practices">条件を消す</Link>
      </span>
    </form>
  );
}
