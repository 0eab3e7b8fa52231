import { SEARCH_KIND_LABEL, type SearchGroup } from '@musubi/backend/contract/search';
import { type SearchParams, withParams } from '@/lib/address';
import { Tabs } from '@/ui/tabs';

/** All kinds, or one of them. */
export function KindTabs({ groups, params }: { groups: readonly SearchGroup[]; params: SearchParams }) {
  const href = (kind: string | null) => withParams('/search', params, { kind, page: null });
  return (
    <Tabs
      label="種類"
      tabs={[
        { label: 'すべて', href: href(null), current: !params.kind },
        ...groups
          .filter(({ kind, total }) => total > 0 || kind === params.kind)
          .map(({ kind, total, more }) => ({
            label: more ? `${SEARCH_KIND_LABEL[kind]}（${countOf({ total, more })}）` : SEARCH_KIND_LABEL[kind],
            ...(more ? {} : { count: total }),
            href: href(kind),
            current: params.kind === kind,
          })),
      ]}
    />
  );
}

/** Lists count to a thousand. */
export const countOf = ({ total, more }: Pick<SearchGroup, 'total' | 'more'>): string =>
  `${total.toLocaleString('ja-JP')}件${more ? '以上' : ''}`;
