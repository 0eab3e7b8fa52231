import type { BoardColumn as Column, ConsultationItem } from '@musubi/backend/contract/consultations';
import type { Route } from 'next';
import { type SearchParams, withParams } from '@/lib/address';
import { Link } from '@/ui/link';
import { actionLink } from './action-links';
import { Due, MinistryChips } from './case-state';

/** One state of the board: how many cases, and the nearest due dates. */
export function BoardColumn({ column, params }: { column: Column; params: SearchParams }) {
  const { state, label, items, total, more } = column;
  const heading = `column-${state}`;
  return (
    <section aria-labelledby={heading} className="flex w-64 shrink-0 flex-col rounded-12 bg-solid-gray-50 p-3">
      <h2 id={heading} className="flex items-baseline justify-between gap-2 text-std-17B-170">
        {label}
        <span className="tabular-nums">
          {total.toLocaleString('ja-JP')}
          {more && '以上'}件
        </span>
      </h2>
      <ul className="mt-2 grid gap-2">
        {items.map((item) => (
          <BoardCard key={item.id} item={item} />
        ))}
      </ul>
      {total > items.length && (
        <p className="mt-2">
          <Link href={withParams('/consultations', params, { state })}>すべて見る（{label}）</Link>
        </p>
      )}
      {items.length === 0 && <p className="mt-2 text-dns-14N-130 text-solid-gray-700">該当なし</p>}
    </section>
  );
}

function BoardCard({ item }: { item: ConsultationItem }) {
  const { id, number, title, municipality, owner, ministries, ageWorkdays, nextAction } = item;
  const next = nextAction && actionLink(id, nextAction);
  return (
    <li className="grid gap-1.5 rounded-8 border border-solid-gray-420 bg-white p-3 text-dns-14N-130">
      <p className="text-solid-gray-700">
        {number}　{municipality.label}
      </p>
      <p className="text-std-16B-170">
        <Link href={`/consultations/${id}` as Route}>{title}</Link>
      </p>
      <p>
        <Due item={item} />
      </p>
      {ministries.length > 0 && <MinistryChips ministries={ministries} />}
      <p className="text-solid-gray-700">
        {owner ? `主担当：${owner.name}` : '主担当なし'}
        {ageWorkdays !== null && `　${ageWorkdays}営業日経過`}
      </p>
      {next && (
        <p>
          <Link href={next.href}>
            {next.label}
            <span className="sr-only">（{number}）</span>
          </Link>
        </p>
      )}
    </li>
  );
}
