import type { Division, Ministry } from '@musubi/backend/contract/ministries';
import type { Option } from '@/ui/select';

/** The bodies that may stand above another. */
export const parentOptions = (ministries: readonly Ministry[], of?: string): Option[] =>
  ministries
    .filter(({ id, parentId }) => parentId === null && id !== of)
    .map(({ id, name }) => ({ value: id, label: name }));

export const ministryOptions = (ministries: readonly Ministry[]): Option[] =>
  ministries.map(({ id, name }) => ({ value: id, label: name }));

/** The living divisions of a ministry, without one and what is below it. */
export const divisionOptions = (divisions: readonly Division[], without?: Division): Option[] =>
  divisions
    .filter(({ path, validTo }) => !validTo && path !== without?.path && !path.startsWith(`${without?.path} `))
    .map(({ id, path }) => ({ value: id, label: path }));
