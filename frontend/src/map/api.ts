import type { MapNumbers, MapShapes, PrefectureShape } from '@musubi/backend/contract/map';
import { type SearchParams, withParams } from '@/lib/address';
import { api } from '@/lib/api';

export const getMap = (query: SearchParams) => api<MapNumbers>(withParams('/map', query, {}));
export const getShapes = () => api<MapShapes>('/map/shapes');
export const getPrefectureShape = (code: string) => api<PrefectureShape>(`/map/shapes/${code.slice(0, 2)}`);
