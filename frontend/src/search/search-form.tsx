import { formatFiscalYear } from '@musubi/backend/contract/calendar';
import type { SearchParams } from '@/lib/address';
import { Button } from '@/ui/button';
import { Disclosure } from '@/ui/disclosure';
import { Link } from '@/ui/link';
import { type Option, Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';

const FILTERS = ['state', 'ministry', 'prefecture', 'field', 'year'];
/** The desk opened in this 年度. */
const FIRST_YEAR = 2025;

const one = (value: string | string[] | undefined) => String([value].flat()[0] ?? '');

interface Props {
  params: SearchParams;
  thisYear: number;
  states: readonly Option[];
  fields: readonly Option[];
  ministries: readonly Option[];
  prefectures: readonly Option[];
}

/** The words, and what narrows them, as they stand in the address. */
export function SearchForm({ params, thisYear, states, fields, ministries, prefectures }: Props) {
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, i) => thisYear - i).map((year) => ({
    value: String(year),
    label: formatFiscalYear(year),
  }));
  const value = (name: string) => ({ name, defaultValue: one(params[name]) });
  return (
    <search>
      <form action="/search" className="grid gap-4">
        {one(params.kind) && <input type="hidden" {...value('kind')} />}
        <div className="flex flex-wrap items-end gap-4">
          <TextField label="探す語" type="search" maxLength={200} {...value('q')} width="20rem" />
          <Button>探す</Button>
        </div>
        <Disclosure summary="条件で絞り込む" open={FILTERS.some((name) => one(params[name]) !== '')}>
          <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
            <Select label="相談の状態" {...value('state')} options={states} empty="すべて" width="13rem" />
            <Select label="府省庁" {...value('ministry')} options={ministries} empty="すべて" width="13rem" />
            <Select label="都道府県" {...value('prefecture')} options={prefectures} empty="すべて" width="9rem" />
            <Select label="政策分野" {...value('field')} options={fields} empty="すべて" width="13rem" />
            <Select label="受付の年度" {...value('year')} options={years} empty="すべて" width="10rem" />
            <Button variant="outline">絞り込む</Button>
            <span className="flex min-h-12 items-center">
              <Link href={`/search?q=${encodeURIComponent(one(params.q))}`}>条件を消す</Link>
            </span>
          </div>
        </Disclosure>
      </form>
    </search>
  );
}
