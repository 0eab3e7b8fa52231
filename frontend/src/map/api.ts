import type { MapNumbers, MapShapes } from '@musubi/backend/contract/map';
import { type SearchParams, withParams } from '@/lib/address';
import { api } from '@/lib/api';

export const getMap = (query: SearchParams) => api<MapNumbers>(withParams('/map', query, {}));
export const getShapes = () => api<MapShapes>('/map/shapes');
