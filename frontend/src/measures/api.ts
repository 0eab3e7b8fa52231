import type { MeasureForm } from '@musubi/backend/contract/measure-edit';
import type {
  CurrentMeasureSettings,
  Measure,
  MeasureHistory,
  MeasureImport,
  MeasureImportList,
  MeasurePage,
} from '@musubi/backend/contract/measures';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { api, send } from '@/lib/api';
import { underConditions } from '@/lib/under-conditions';
import { currentAddress, hasSession } from '@/lib/visitor';

/** Where the reader may read: with a session, or, while the catalogue is open, without. Else to the sign-in. */
const catalogue = cache(async (): Promise<string> => {
  if (await hasSession()) return '/measures';
  if ((await send('/public/measures?size=1')).ok) return '/public/measures';
  redirect(`/sign-in?next=${encodeURIComponent(await currentAddress())}` as Route);
});

export const getMeasures = async (query: URLSearchParams) => underConditions<MeasurePage>(await catalogue(), query);
export const getMeasure = cache(async (id: string) => api<Measure>(`${await catalogue()}/${encodeURIComponent(id)}`));
export const getHistory = (id: string) => api<MeasureHistory>(`/measures/${encodeURIComponent(id)}/history`);
export const getMeasureForm = (id: string) => api<MeasureForm>(`/measures/${encodeURIComponent(id)}/form`);
export const getBasket = () => api<MeasurePage>('/measures?basket=true&size=100');

export const getImports = () => api<MeasureImportList>('/measure-imports');
export const getImport = cache((id: string) => api<MeasureImport>(`/measure-imports/${encodeURIComponent(id)}`));
export const getMeasureSettings = () => api<CurrentMeasureSettings>('/measure-settings');
