import type { ComponentProps } from 'react';
import { CONTROL, describedBy, type FieldProps, FormField } from './form-field';

export interface Option {
  value: string;
  label: string;
}

type Native = Omit<ComponentProps<'select'>, 'disabled' | 'name' | 'id' | 'multiple'>;

/** `empty` is the first entry, e.g. '選択してください' or 'すべて'; without it the first option is chosen. */
export function Select({
  label,
  name,
  id = name,
  required,
  support,
  error,
  options,
  empty,
  defaultValue,
  width = '20rem',
  ...rest
}: FieldProps & Native & { options: readonly Option[]; empty?: string; width?: string }) {
  return (
    <FormField {...{ label, name, id, required, support, error }}>
      {/* The key makes the browser show a value that came back from the server. */}
      <select
        key={String(defaultValue)}
        id={id}
        name={name}
        defaultValue={defaultValue}
        aria-required={required || undefined}
        className={`${CONTROL} min-h-12`}
        style={{ width }}
        {...describedBy(id, { support, error })}
        {...rest}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </FormField>
  );
}
