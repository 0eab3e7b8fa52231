import type { Route } from 'next';
import { LinkButton } from './link';

/** Where one is in a list. `href` makes the address of a page, keeping the filters. */
export function Pagination<T extends string>({
  total,
  more = false,
  page,
  size,
  href,
}: {
  total: number;
  /** Counted up to a bound only. */
  more?: boolean;
  page: number;
  size: number;
  href: (page: number) => Route<T>;
}) {
  // An empty list says so itself.
  if (total === 0) return null;
  const last = Math.ceil(total / size);
  const from = (page - 1) * size + 1;
  return (
    <nav aria-label="ページ送り" className="flex flex-wrap items-center gap-4">
      <p>
        全{total.toLocaleString('ja-JP')}件{more && '以上'}中 {from.toLocaleString('ja-JP')}～
        {Math.min(total, page * size).toLocaleString('ja-JP')}件
      </p>
      {last > 1 && (
        <div className="flex items-center gap-2">
          {page > 1 && (
            <LinkButton href={href(page - 1)} variant="outline" size="sm" rel="prev">
              前へ
            </LinkButton>
          )}
          <span aria-current="page">
            {page} / {last}ページ
          </span>
          {page < last && (
            <LinkButton href={href(page + 1)} variant="outline" size="sm" rel="next">
              次へ
            </LinkButton>
          )}
        </div>
      )}
    </nav>
  );
}
