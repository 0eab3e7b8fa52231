import type { MeasureSummary } from '@musubi/backend/contract/measures';
import type { Route } from 'next';
import { Chip, ChipList } from '@/ui/chip';
import { Link } from '@/ui/link';
import { Table } from '@/ui/table';
import { CallPeriod, MeasureBadges, Owners } from './words';

/** `choose` puts a box before each measure, for the form around the table. */
export function MeasureTable({ items, choose }: { items: readonly MeasureSummary[]; choose?: boolean }) {
  const box = {
    header: '選択',
    cell: ({ id, title }: MeasureSummary) => (
      <input type="checkbox" name="id" value={id} aria-label={`${title}を選ぶ`} className="size-6 accent-blue-900" />
    ),
  };
  return (
    <Table
      caption="施策の一覧"
      dense
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        ...(choose ? [box] : []),
        { header: '施策', rowHeader: true, width: '20rem', cell: (measure) => <Name {...measure} /> },
        { header: '所管', width: '16rem', cell: ({ owners }) => <Owners owners={owners} /> },
        { header: '主な事業', width: '14rem', cell: ({ programs }) => <Programs programs={programs} /> },
        { header: '政策分野', width: '8rem', cell: ({ fields }) => <ChipList label="政策分野" items={fields} /> },
        { header: '公募', width: '8rem', cell: (measure) => <CallPeriod {...measure} /> },
      ]}
    />
  );
}

function Name({ id, title, commonName, sourceRef, place, edition, kind, call, inBasket, hasText }: MeasureSummary) {
  return (
    <div className="grid gap-1">
      <Link href={`/measures/${id}` as Route}>{title}</Link>
      {commonName && <span>通称：{commonName}</span>}
      <span className="flex flex-wrap gap-1">
        <MeasureBadges {...{ edition, kind, call }} />
        {inBasket && <Chip>控えにあり</Chip>}
        {hasText && <Chip>本文あり</Chip>}
      </span>
      <span className="text-solid-gray-700">
        {sourceRef}　{place.at(-1)}
      </span>
    </div>
  );
}

const SHOWN = 3;

function Programs({ programs }: { programs: readonly string[] }) {
  if (programs.length === 0) return '－';
  return (
    <ul className="list-disc pl-4">
      {programs.slice(0, SHOWN).map((name) => (
        <li key={name}>{name}</li>
      ))}
      {programs.length > SHOWN && <li>ほか{programs.length - SHOWN}事業</li>}
    </ul>
  );
}
