import { z } from 'zod';
import { CaseFilter, ConsultationFilter } from './consultations.js';
import { GoodPracticeSearch } from './good-practices.js';

/** What can be laid over the map. */
export const MapLayer = z.enum(['practices', 'consultations', 'teams']);
export type MapLayer = z.infer<typeof MapLayer>;

/** A filter narrows the layers that know it; each layer's list takes the same words in its address. */
export const MapFilter = z.object({
  layer: MapLayer.default('practices'),
  prefecture: CaseFilter.shape.prefecture,
  field: CaseFilter.shape.field,
  source: GoodPracticeSearch.shape.source,
  state: ConsultationFilter.shape.state,
  year: CaseFilter.shape.year,
});
export type MapFilter = z.infer<typeof MapFilter>;

/** How dark an area is: 0 is nothing, then quarters of the largest. */
export const SHADES = 5;

export const MapArea = z.object({
  code: z.string(),
  name: z.string(),
  count: z.number().int(),
  shade: z
    .number()
    .int()
    .min(0)
    .max(SHADES - 1),
});
export type MapArea = z.infer<typeof MapArea>;

/** The numbers of one layer: of the prefectures, or of one prefecture and its municipalities. */
export const MapNumbers = z
  .object({
    layer: MapLayer,
    /** The layers that the reader may see. */
    layers: z.array(z.object({ key: MapLayer, label: z.string() })),
    /** Null: the whole country. */
    prefecture: z.object({ code: z.string(), name: z.string() }).nullable(),
    areas: z.array(MapArea),
    /** Different things; one of several places counts in each of them, and once here. */
    total: z.number().int(),
    /** Those without a place on the map. */
    placeless: z.number().int(),
  })
  .meta({ id: 'MapNumbers' });
export type MapNumbers = z.infer<typeof MapNumbers>;

const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** Outlines of the prefectures as SVG paths in one drawing. */
export const MapShapes = z
  .object({
    box: Box,
    shapes: z.array(
      z.object({ code: z.string(), path: z.string(), label: z.object({ x: z.number(), y: z.number() }) }),
    ),
    /** The frame of what is drawn out of its place. */
    inset: Box,
    credit: z.string(),
  })
  .meta({ id: 'MapShapes' });
export type MapShapes = z.infer<typeof MapShapes>;

/** The prefecture to draw, by its two digits. */
export const PrefectureNumber = z.string().regex(/^\d{2}$/, '都道府県は2桁の番号で指定してください');

/** One prefecture as large as a page allows, with the places of its offices. */
export const PrefectureShape = z
  .object({
    box: Box,
    path: z.string(),
    /** The frames of islands that are drawn out of their place. */
    insets: z.array(Box),
    places: z.array(z.object({ code: z.string(), x: z.number(), y: z.number() })),
    credit: z.string(),
  })
  .meta({ id: 'PrefectureShape' });
export type PrefectureShape = z.infer<typeof PrefectureShape>;
