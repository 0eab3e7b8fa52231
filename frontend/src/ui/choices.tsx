import type { ComponentProps, ReactNode } from 'react';
import { errorId, FieldError, FieldGroup, type FieldProps, RequiredMark } from './form-field';

export interface Choice {
  value: string;
  label: ReactNode;
  support?: ReactNode;
}

interface GroupProps extends FieldProps {
  choices: readonly Choice[];
  /** Beside each other instead of below each other: for two or three short ones. */
  inline?: boolean;
}

export function RadioGroup({ defaultValue, ...group }: GroupProps & { defaultValue?: string }) {
  return <Choices {...group} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />;
}

export function CheckboxGroup({ defaultValues = [], ...group }: GroupProps & { defaultValues?: readonly string[] }) {
  return <Choices {...group} type="checkbox" chosen={defaultValues} />;
}

/** A single yes-or-no box. Sends `value` (default 'true') or nothing. */
export function Checkbox({
  label,
  name,
  id = name,
  value = 'true',
  required,
  support,
  error,
  defaultChecked,
}: FieldProps & { value?: string; defaultChecked?: boolean }) {
  return (
    <div className="grid gap-1">
      <ChoiceLine
        key={String(defaultChecked)}
        type="checkbox"
        label={label}
        mark={required && <RequiredMark />}
        support={support}
        id={id}
        name={name}
        value={value}
        defaultChecked={defaultChecked}
        aria-required={required || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId(id) : undefined}
      />
      <FieldError id={id} error={error} />
    </div>
  );
}

/** The first choice bears the id of the group, so that the error summary leads to it. */
function Choices({
  choices,
  inline,
  type,
  chosen,
  ...field
}: GroupProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const { name, id = name, error } = field;
  return (
    <FieldGroup {...field} id={id}>
      <div key={chosen.join()} className={inline ? 'flex flex-wrap gap-x-6 gap-y-1' : 'grid gap-1'}>
        {choices.map(({ value, label, support }, i) => (
          <ChoiceLine
            key={value}
            type={type}
            label={label}
            support={support}
            id={i === 0 ? id : undefined}
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
            aria-invalid={error ? true : undefined}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

function ChoiceLine({
  label,
  mark,
  support,
  ...input
}: Omit<Choice, 'value'> & { mark?: ReactNode } & ComponentProps<'input'>) {
  return (
    <label className="flex w-fit items-start gap-2 rounded-8 py-1 pr-3 pl-1 hover:bg-solid-gray-50">
      <input className="mt-0.5 size-6 shrink-0 accent-blue-900" {...input} />
      <span>
        {label}
        {mark}
        {support && <span className="block text-dns-14N-130 text-solid-gray-700">{support}</span>}
      </span>
    </label>
  );
}
