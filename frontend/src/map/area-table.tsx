import type { MapArea } from '@musubi/backend/contract/map';
import type { Route } from 'next';
import { Link } from '@/ui/link';
import { Table } from '@/ui/table';

/** The numbers of the map as a table. */
export function AreaTable({ areas, href }: { areas: readonly MapArea[]; href: (area: MapArea) => Route }) {
  return (
    <Table
      caption="都道府県ごとの件数"
      dense
      rows={areas}
      rowKey={({ code }) => code}
      columns={[
        { header: '都道府県', cell: (area) => <Link href={href(area)}>{area.name}</Link>, rowHeader: true },
        { header: '件数', cell: ({ count }) => count.toLocaleString('ja-JP'), numeric: true },
      ]}
    />
  );
}
