import type { MapArea } from '@musubi/backend/contract/map';
import type { Metadata, Route } from 'next';
import { filterOptions, STATE_OPTIONS } from '@/lib/filter-options';
import { one, underLayer } from '@/map/address';
import { getMap, getPrefectureShape, getShapes } from '@/map/api';
import { AreaTable } from '@/map/area-table';
import { AreaTiles } from '@/map/area-tiles';
import { CountryMap } from '@/map/country-map';
import { Legend } from '@/map/legend';
import { MapFilters } from '@/map/map-filters';
import { PrefectureMap } from '@/map/prefecture-map';
import { DOT, FILL } from '@/map/shades';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHeader } from '@/ui/page-header';
import { RefusedConditions } from '@/ui/refused-conditions';
import { Tabs } from '@/ui/tabs';
import { WithoutScripts } from '@/ui/without-scripts';
import { FoundHere } from './found-here';

export const metadata: Metadata = { title: '地図' };

export default async function MapPage({ searchParams }: PageProps<'/map'>) {
  const given = await searchParams;
  const { municipality: _, page: __, ...asked } = given;
  const [{ refused, ...numbers }, options] = await Promise.all([getMap(asked), filterOptions()]);
  const params = refused ? {} : given;
  const { layer, layers, prefecture, areas, total, placeless } = numbers;
  const most = Math.max(...areas.map(({ count }) => count));
  const label = layers.find(({ key }) => key === layer)?.label ?? '';
  const here = one(params.municipality);
  const within = (area: MapArea) => `${underLayer('/map', params, layer, { municipality: area.code })}#found` as Route;
  const into = (area: MapArea) => underLayer('/map', params, layer, { prefecture: area.code.slice(0, 2) });
  return (
    <>
      <WithoutScripts />
      {prefecture && (
        <Breadcrumb
          trail={[{ label: '地図', href: underLayer('/map', params, layer, { prefecture: null }) }]}
          here={prefecture.name}
        />
      )}
      <PageHeader title={prefecture ? `${prefecture.name}の${label}` : `${label}の地図`}>
        <p>
          {`${total.toLocaleString('ja-JP')}件です。`}
          {placeless > 0 && `うち${placeless.toLocaleString('ja-JP')}件は、都道府県に結び付かない場所を含みます。`}
          {layer === 'practices' && '複数の場所にわたるものは、それぞれの場所で数えています。'}
          {layer === 'consultations' && '共同の相談は、代表団体の場所で数えています。'}
        </p>
      </PageHeader>
      {layers.length > 1 && (
        <Tabs
          label="地図に示すもの"
          tabs={layers.map(({ key, label: text }) => ({
            label: text,
            href: underLayer('/map', params, key, {}),
            current: key === layer,
          }))}
        />
      )}
      <RefusedConditions refused={refused} />
      <MapFilters params={params} numbers={numbers} fields={options.fields} states={STATE_OPTIONS} />
      <Legend most={most} colours={prefecture ? DOT : FILL} />
      {prefecture ? (
        <>
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <PrefectureMap
              shape={await getPrefectureShape(prefecture.code)}
              name={prefecture.name}
              areas={areas}
              here={here}
              href={within}
            />
            <AreaTiles areas={areas} whole={prefecture.code} here={here} href={within} />
          </div>
          <FoundHere params={params} numbers={numbers} />
        </>
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(16rem,1fr)]">
          <CountryMap shapes={await getShapes()} areas={areas} href={into} />
          <AreaTable areas={areas} href={into} />
        </div>
      )}
    </>
  );
}
