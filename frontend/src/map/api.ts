import type { MapNumbers, MapShapes, PrefectureShape } from '@musubi/backend/contract/map';
import { queryOf, type SearchParams } from '@/lib/address';
import { api } from '@/lib/api';
import { underConditions } from '@/lib/under-conditions';

export const getMap = (query: SearchParams) => underConditions<MapNumbers>('/map', queryOf(query));
export const getShapes = () => api<MapShapes>('/map/shapes');
export const getPrefectureShape = (code: string) => api<PrefectureShape>(`/map/shapes/${code.slice(0, 2)}`);
