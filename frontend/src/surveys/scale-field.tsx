import { FieldGroup } from '@/ui/form-field';
import type { Field } from './questions';

/** 5 to 1, each with its word, side by side where there is room. Nothing is chosen beforehand. */
export function ScaleField({
  field,
  defaultValue,
  error,
}: {
  field: Field;
  defaultValue: string;
  error: string | undefined;
}) {
  const points = field.choices.filter(({ value }) => value.length === 1);
  const others = field.choices.filter(({ value }) => value.length > 1);
  const radio = ({ value }: { value: string }, i: number) => ({
    type: 'radio',
    id: i === 0 ? field.name : undefined,
    name: field.name,
    value,
    defaultChecked: value === defaultValue,
    'aria-invalid': error ? true : undefined,
    className: 'size-6 shrink-0 accent-blue-900',
  });
  return (
    <FieldGroup id={field.name} name={field.name} label={field.text} required={field.required} error={error}>
      <div key={defaultValue} className="grid gap-1 md:grid-cols-5 md:gap-2">
        {points.map((point, i) => (
          <label
            key={point.value}
            className="flex items-center gap-3 rounded-8 border border-transparent px-2 py-1 hover:bg-solid-gray-50 md:flex-col md:gap-1 md:border-solid-gray-420 md:py-3 md:text-center"
          >
            <input {...radio(point, i)} />
            <span className="text-std-17B-170 tabular-nums">{point.value}</span>
            <span className="md:text-dns-14N-130">{point.label}</span>
          </label>
        ))}
      </div>
      {others.map((other) => (
        <label key={other.value} className="flex w-fit items-center gap-3 rounded-8 px-2 py-1 hover:bg-solid-gray-50">
          <input {...radio(other, 1)} />
          {other.label}
        </label>
      ))}
    </FieldGroup>
  );
}
