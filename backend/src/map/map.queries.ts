import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type MapArea, type MapFilter, MapLayer, type MapNumbers, SHADES } from '../contract/map.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { authorize, found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { LAYERS } from './layers.js';

type Counted = Omit<MapArea, 'shade'>;

@Injectable()
export class MapQueries {
  constructor(private readonly db: DataSource) {}

  async numbers(actor: Actor, filter: MapFilter): Promise<MapNumbers> {
    const { layer } = filter;
    authorize(isOpen(actor, layer));
    const prefecture = filter.prefecture ? await this.prefecture(filter.prefecture.slice(0, 2)) : null;
    const { bind, values } = binder();
    const things = LAYERS[layer].places(actor, filter, bind);
    // Of a prefecture: it and its municipalities, each by itself. Of the country: a prefecture with all that lies in it.
    const areas = prefecture ? `m.prefecture_code = ${bind(prefecture.code)}` : `m.kind = 'prefecture'`;
    const place = prefecture ? 't.code' : '(SELECT p.prefecture_code FROM municipalities p WHERE p.code = t.code)';
    const [row]: { areas: Counted[]; total: number; placeless: number }[] = await this.db.query(
      `WITH things AS MATERIALIZED (${things}), placed AS (SELECT t.id, ${place} AS code FROM things t),
         counts AS (SELECT code, count(DISTINCT id)::int AS count FROM placed GROUP BY code),
         areas AS (SELECT m.code, m.name, coalesce(n.count, 0) AS count
                   FROM municipalities m LEFT JOIN counts n ON n.code = m.code
                   WHERE ${areas} AND (m.valid_to IS NULL OR n.count > 0))
       SELECT (SELECT jsonb_agg(a ORDER BY a.code) FROM areas a) AS areas,
              (SELECT count(DISTINCT id)::int FROM placed WHERE ${prefecture ? 'code IN (SELECT code FROM areas)' : 'true'}) AS total,
              (SELECT count(DISTINCT id)::int FROM placed WHERE code IS NULL) AS placeless`,
      values,
    );
    const { areas: counted, total, placeless } = found(row);
    return {
      layer,
      layers: MapLayer.options.filter((key) => isOpen(actor, key)).map((key) => ({ key, label: LAYERS[key].label })),
      prefecture,
      areas: shaded(counted),
      total,
      placeless: prefecture ? 0 : placeless,
    };
  }

  private async prefecture(number: string): Promise<{ code: string; name: string }> {
    const [row]: { code: string; name: string }[] = await this.db.query(
      `SELECT code, name FROM municipalities WHERE kind = 'prefecture' AND code LIKE $1 || '%'`,
      [number],
    );
    return found(row);
  }
}

const isOpen = (actor: Actor, layer: MapLayer): boolean => {
  const { roles } = LAYERS[layer];
  return roles.length === 0 || hasRole(actor, ...roles);
};

/** Colours are classes, not measures: the number stands beside. */
function shaded(areas: readonly Counted[]): MapArea[] {
  const most = Math.max(...areas.map(({ count }) => count));
  return areas.map((area) => ({
    ...area,
    shade: area.count === 0 ? 0 : Math.ceil((area.count / most) * (SHADES - 1)),
  }));
}
