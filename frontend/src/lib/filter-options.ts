import { OPEN_STATES, STATE_LABEL } from '@musubi/backend/contract/lifecycle';
import type { Ministry } from '@musubi/backend/contract/ministries';
import type { Municipality } from '@musubi/backend/contract/municipalities';
import type { PolicyField } from '@musubi/backend/contract/policies';
import { api } from '@/lib/api';
import type { Option } from '@/ui/select';

export const STATE_OPTIONS: readonly Option[] = [
  ...OPEN_STATES,
  ...(['closed', 'withdrawn', 'outOfScope', 'merged'] as const),
].map((value) => ({ value, label: STATE_LABEL[value] }));

interface Items<Item> {
  items: Item[];
}

/** What the filters offer: reference data of the day. */
export async function filterOptions() {
  const [fields, ministries, prefectures] = await Promise.all([
    api<Items<PolicyField>>('/policy-fields'),
    api<Items<Ministry>>('/ministries?divisions=without'),
    api<Items<Municipality>>('/municipalities?kind=prefecture&size=100'),
  ]);
  return {
    fields: fields.items.map(({ code, name }) => ({ value: code, label: name })),
    ministries: ministries.items.map(({ id, name }) => ({ value: id, label: name })),
    prefectures: prefectures.items.map(({ code, name }) => ({ value: code, label: name })),
  };
}
