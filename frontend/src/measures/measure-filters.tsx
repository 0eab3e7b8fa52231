import {
  EDITION_LABEL,
  MEASURE_KIND_LABEL,
  MEASURE_TARGET_LABEL,
  type MeasurePage,
} from '@musubi/backend/contract/measures';
import type { SearchParams } from '@/lib/address';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/choices';
import { Link } from '@/ui/link';
import { Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';

const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

/** What narrows the list, as it stands in the address. */
export function MeasureFilters({ params, choices }: { params: SearchParams; choices: MeasurePage['choices'] }) {
  const value = (name: string) => ({ name, defaultValue: String([params[name]].flat()[0] ?? '') });
  return (
    <form className="flex flex-wrap items-end gap-x-4 gap-y-3" action="/measures">
      <TextField label="施策名、事業名、キーワード、本文" type="search" {...value('q')} width="20rem" />
      <Select label="版" {...value('edition')} options={options(EDITION_LABEL)} empty="すべて" width="16rem" />
      <Select label="種別" {...value('kind')} options={options(MEASURE_KIND_LABEL)} empty="すべて" width="9rem" />
      <Select label="ロジックモデル（R7）" {...value('node')} options={choices.nodes} empty="すべて" width="20rem" />
      <Select label="府省庁" {...value('ministry')} options={choices.ministries} empty="すべて" width="14rem" />
      <Select label="政策分野" {...value('field')} options={choices.fields} empty="すべて" width="14rem" />
      <Select
        label="対象者（登録のあるもの）"
        {...value('target')}
        options={options(MEASURE_TARGET_LABEL)}
        empty="すべて"
        width="14rem"
      />
      <div className="flex min-h-12 items-center">
        <Checkbox label="公募中のみ" name="open" defaultChecked={params.open === 'true'} />
      </div>
      <Button variant="outline">絞り込む</Button>
      <span className="flex min-h-12 items-center">
        <Link href="/measures">条件を消す</Link>
      </span>
    </form>
  );
}
