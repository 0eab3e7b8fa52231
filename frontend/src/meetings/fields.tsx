import { type FormState, typed } from '@/lib/form-state';
import { RadioGroup } from '@/ui/choices';
import { TextField } from '@/ui/text-field';

interface FieldsOf {
  state: FormState;
  /** Before each id, because several forms stand on one page. */
  prefix: string;
}

export function MethodField({ state, prefix, stored = 'online' }: FieldsOf & { stored?: string }) {
  const { defaultValue, ...field } = typed(state, 'method', stored);
  return (
    <RadioGroup
      label="方法"
      {...field}
      id={`${prefix}method`}
      defaultValue={defaultValue}
      inline
      required
      choices={[
        { value: 'online', label: 'オンライン' },
        { value: 'faceToFace', label: '対面' },
      ]}
    />
  );
}

/** Up to three dates and their common length. */
export function CandidateFields({ state, prefix, required }: FieldsOf & { required?: boolean }) {
  return (
    <>
      {[0, 1, 2].map((i) => (
        <TextField
          key={i}
          type="datetime-local"
          label={`候補日時 ${i + 1}`}
          {...typed(state, `candidates.${i}.startsAt`)}
          id={`${prefix}candidates.${i}.startsAt`}
          required={required && i === 0}
          width="16rem"
        />
      ))}
      <MinutesField state={state} prefix={prefix} />
    </>
  );
}

export function MinutesField({ state, prefix, stored = 60 }: FieldsOf & { stored?: number }) {
  return (
    <TextField
      type="number"
      label="所要時間（分）"
      {...typed(state, 'minutes', stored)}
      id={`${prefix}minutes`}
      min={10}
      max={600}
      width="8rem"
      required
    />
  );
}
