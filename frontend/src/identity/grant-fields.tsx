import type { Grant } from '@musubi/backend/contract/identity';
import { type FormState, typed } from '@/lib/form-state';
import { type Option, Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';

export interface GrantOptions {
  roles: readonly Option[];
  ministries: readonly Option[];
  /** The divisions of the ministries this person answers for. */
  divisions: readonly Option[];
}

/** One role, and the organisation for which it holds. */
export function GrantFields({
  state,
  row,
  grant,
  options,
}: {
  state: FormState;
  row: number;
  grant?: Grant;
  options: GrantOptions;
}) {
  const field = (name: keyof Grant) => typed(state, `grants.${row}.${name}`, grant?.[name]);
  return (
    <fieldset className="grid gap-4 rounded-8 border border-solid-gray-420 p-4 md:grid-cols-2">
      <legend className="px-2 text-std-16B-170">役割 {row + 1}</legend>
      <Select label="役割" {...field('role')} options={options.roles} empty="（なし）" />
      <TextField
        label="団体コード"
        support="市町村、都道府県、支援官の役割の場合。6桁の数字"
        {...field('municipalityCode')}
        inputMode="numeric"
        width="10rem"
      />
      <Select label="府省庁" {...field('ministryId')} options={options.ministries} empty="（なし）" />
      <Select label="課室" {...field('divisionId')} options={options.divisions} empty="（府省庁の全体）" width="100%" />
    </fieldset>
  );
}
