import type { MapLayer } from '@musubi/backend/contract/map';
import type { Route } from 'next';
import { type SearchParams, withParams } from '@/lib/address';

/** The conditions that each layer and its list know; others are left behind when the layer changes. */
const KNOWS: Record<MapLayer, readonly string[]> = {
  practices: ['prefecture', 'municipality', 'field', 'source'],
  consultations: ['prefecture', 'municipality', 'field', 'state', 'year'],
  teams: ['prefecture', 'municipality', 'year'],
};

export const one = (value: string | string[] | undefined): string | undefined => [value].flat()[0] || undefined;

/** The conditions of a layer, out of all that stands in the address. */
export const conditionsOf = (params: SearchParams, layer: MapLayer): SearchParams =>
  Object.fromEntries(KNOWS[layer].map((name) => [name, params[name]]));

/** The map under the conditions of a layer, with something changed. A change of place forgets the place within it. */
export function underLayer(
  path: '/map',
  params: SearchParams,
  layer: MapLayer,
  change: Record<string, string | null>,
): Route {
  return withParams(path, conditionsOf(params, layer), { layer, municipality: null, ...change });
}
