import type { HandOverPreview } from '@musubi/backend/contract/hand-overs';
import type { FormState } from '@/lib/form-state';
import { typed } from '@/lib/form-state';
import { describedBy, FieldError } from '@/ui/form-field';
import { Select } from '@/ui/select';
import { StatusBadge } from '@/ui/status-badge';
import { type Column, Table } from '@/ui/table';
import { Day } from '@/ui/time';
import type { Group } from './groups';

/** Many stand below each other. */
const SMALL =
  'w-full rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5 text-dns-14N-130 text-solid-gray-800 hover:border-black aria-[invalid=true]:border-error-1';

type Item = HandOverPreview['items'][number];
type Candidates = HandOverPreview['candidates'];

const optionsFor = (candidates: Candidates, items: readonly Item[]) =>
  candidates
    .filter(({ id }) => items.every(({ fit }) => fit.includes(id)))
    .map(({ id, name }) => ({ value: id, label: name }));

/** The items of one kind, with one successor for all of them and one for each. */
export function ItemTable({ group, candidates, state }: { group: Group; candidates: Candidates; state: FormState }) {
  const { kind, title, items } = group;
  const seen = state.values?.seen;
  const isNew = ({ key }: Item) => seen !== undefined && ![seen].flat().includes(key);
  const columns: readonly Column<Item>[] = [
    {
      header: '件名など',
      cell: (item) => (
        <>
          <input type="hidden" name="seen" value={item.key} />
          {isNew(item) && (
            <span className="mr-2">
              <StatusBadge tone="attention">増えたもの</StatusBadge>
            </span>
          )}
          {item.label}
        </>
      ),
      rowHeader: true,
      width: '18rem',
    },
    { header: '状態', cell: ({ note }) => note || '－', nowrap: true },
    { header: '期限', cell: ({ dueOn }) => <Day value={dueOn} />, nowrap: true },
    {
      header: '後任',
      cell: (item) => <ItemSuccessor item={item} candidates={candidates} state={state} />,
      width: '12rem',
    },
  ];
  return (
    <section className="grid gap-4" aria-labelledby={`group-${kind}`}>
      <h3 id={`group-${kind}`} className="text-std-18B-160">
        {title}
        <span className="ml-2 tabular-nums">{items.length.toLocaleString('ja-JP')}件</span>
      </h3>
      {items.length > 1 && (
        <Select
          label={`「${title}」の後任`}
          {...typed(state, `group.${kind}`)}
          empty="上で選んだ後任"
          options={optionsFor(candidates, items)}
        />
      )}
      <Table caption={title} columns={columns} rows={items} rowKey={({ key }) => key} dense />
    </section>
  );
}

function ItemSuccessor({ item, candidates, state }: { item: Item; candidates: Candidates; state: FormState }) {
  const id = `choices.${item.key}`;
  const { defaultValue, error } = typed(state, id);
  if (item.fit.length === 0) {
    return (
      <>
        <p>
          {item.kind === 'deputy'
            ? 'ほかに代理できる人がいないため、代理なしになります。'
            : '担当できる人がいません。先に後任を招待してください。'}
        </p>
        <FieldError id={id} error={error} />
      </>
    );
  }
  return (
    <>
      <select
        key={defaultValue}
        id={id}
        name={id}
        defaultValue={defaultValue}
        aria-label={`${item.label}の後任`}
        className={SMALL}
        {...describedBy(id, { error })}
      >
        <option value="">まとめて選んだ後任</option>
        {optionsFor(candidates, [item]).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <FieldError id={id} error={error} />
    </>
  );
}
