import type { ComponentProps } from 'react';
import { CONTROL, describedBy, type FieldProps, FormField } from './form-field';

type Input = Omit<ComponentProps<'input'>, 'placeholder' | 'disabled' | 'name' | 'id'>;

/** No placeholder: what to type is said in `support`, where it stays visible. `width` as in CSS, e.g. '12rem'. */
export function TextField({
  label,
  name,
  id = name,
  required,
  support,
  error,
  width = '32rem',
  ...rest
}: FieldProps & Input) {
  return (
    <FormField {...{ label, name, id, required, support, error }}>
      <input
        id={id}
        name={name}
        aria-required={required || undefined}
        className={`${CONTROL} min-h-12`}
        style={width ? { width } : undefined}
        {...describedBy(id, { support, error })}
        {...rest}
      />
    </FormField>
  );
}
