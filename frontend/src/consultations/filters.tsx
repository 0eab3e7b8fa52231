import { formatFiscalYear, formatWareki } from '@musubi/backend/contract/calendar';
import type { Route } from 'next';
import type { SearchParams } from '@/lib/address';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/choices';
import { Link } from '@/ui/link';
import type { Option } from '@/ui/select';
import { Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';

const one = (value: string | string[] | undefined) => String([value].flat()[0] ?? '');

const OWNERS = [
  { value: 'me', label: '自分が主担当' },
  { value: 'none', label: '主担当なし' },
];

const NO_FIELD = { value: 'none', label: '設定なし' };
const NOBODY_ASKED = { value: 'none', label: '照会先なし' };

/** Conditions that the figures set: kept, and said in words. */
const FROM_FIGURES = {
  month: (month: string) => `${formatWareki(`${month}-01`).replace('月1日', '月')}に提出`,
  year: (year: string) => formatFiscalYear(Number(year)),
};

/** The filters of the list and of the board, as they stand in the address. `states` only where states are mixed. */
export function Filters({
  path,
  params,
  states,
  fields,
  ministries,
  prefectures,
}: {
  path: Route;
  params: SearchParams;
  states?: readonly Option[];
  fields: readonly Option[];
  ministries: readonly Option[];
  prefectures: readonly Option[];
}) {
  const value = (name: string) => ({ name, defaultValue: one(params[name]) });
  return (
    <form className="flex flex-wrap items-end gap-x-4 gap-y-3" action={path}>
      <TextField label="件名、本文、団体名、番号" type="search" {...value('q')} width="18rem" />
      {states && <Select label="状態" {...value('state')} options={states} empty="すべて" width="13rem" />}
      <Select label="都道府県" {...value('prefecture')} options={prefectures} empty="すべて" width="9rem" />
      <Select label="政策分野" {...value('field')} options={[...fields, NO_FIELD]} empty="すべて" width="13rem" />
      <Select
        label="府省庁"
        {...value('ministry')}
        options={[...ministries, NOBODY_ASKED]}
        empty="すべて"
        width="13rem"
      />
      <Select label="主担当" {...value('owner')} options={OWNERS} empty="すべて" width="10rem" />
      <div className="flex min-h-12 items-center">
        <Checkbox label="期限超過のみ" name="overdue" defaultChecked={one(params.overdue) === 'true'} />
      </div>
      {(['month', 'year'] as const).map(
        (name) =>
          one(params[name]) && (
            <span key={name} className="flex min-h-12 items-center">
              <input type="hidden" {...value(name)} />
              {FROM_FIGURES[name](one(params[name]))}
            </span>
          ),
      )}
      <Button variant="outline">絞り込む</Button>
      <span className="flex min-h-12 items-center">
        <Link href={path}>条件を消す</Link>
      </span>
    </form>
  );
}
