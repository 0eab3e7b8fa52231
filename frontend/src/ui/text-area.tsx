import type { ComponentProps } from 'react';
import { CONTROL, describedBy, type FieldProps, FormField } from './form-field';

type Area = Omit<ComponentProps<'textarea'>, 'placeholder' | 'disabled' | 'name' | 'id' | 'maxLength'>;

/** `limit` is said in words and checked by the server: the browser never cuts off what was pasted. */
export function TextArea({
  label,
  name,
  id = name,
  required,
  support,
  error,
  limit,
  rows = 5,
  ...rest
}: FieldProps & Area & { limit?: number }) {
  const hint = limit ? <LimitHint support={support} limit={limit} /> : support;
  return (
    <FormField {...{ label, name, id, required, support: hint, error }}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        aria-required={required || undefined}
        data-limit={limit}
        className={`${CONTROL} field-sizing-content min-h-24`}
        {...describedBy(id, { support: hint, error })}
        {...rest}
      />
    </FormField>
  );
}

function LimitHint({ support, limit }: { support: FieldProps['support']; limit: number }) {
  return (
    <>
      {support}
      <span className="block">{limit.toLocaleString('ja-JP')}文字以内で入力してください。</span>
    </>
  );
}
