import type { CaseSheetPage } from '@musubi/backend/contract/case-sheets';
import type { GoodPractice } from '@musubi/backend/contract/good-practices';
import type { PolicyField, PolicyPillar } from '@musubi/backend/contract/policies';
import { api } from '@/lib/api';
import type { Option } from '@/ui/select';

export const getSheet = (consultationId: string) =>
  api<CaseSheetPage>(`/consultations/${encodeURIComponent(consultationId)}/case-sheet`);

export interface SheetChoices {
  pillars: Option[];
  fields: Option[];
  practices: Option[];
}

/** What the desk chooses from. */
export async function getSheetChoices(): Promise<SheetChoices> {
  const [pillars, fields, practices] = await Promise.all([
    api<{ items: PolicyPillar[] }>('/policy-pillars'),
    api<{ items: PolicyField[] }>('/policy-fields'),
    api<{ items: GoodPractice[] }>('/good-practices?size=100'),
  ]);
  return {
    pillars: pillars.items.map(({ code, name }) => ({ value: code, label: `柱${code} ${name}` })),
    fields: fields.items.map(({ code, name }) => ({ value: code, label: name })),
    practices: practices.items.map(({ id, name, places }) => ({
      value: id,
      label: `${name}（${places.map(({ label }) => label).join('、')}）`,
    })),
  };
}
