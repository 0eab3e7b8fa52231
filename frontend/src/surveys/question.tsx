import { chosen, type FormState, typed } from '@/lib/form-state';
import { CheckboxGroup, RadioGroup } from '@/ui/choices';
import { TextArea } from '@/ui/text-area';
import type { Field } from './questions';
import { ScaleField } from './scale-field';

/** One question as it is asked, with the answer that is kept, if any. */
export function Question({ field, state, kept = [] }: { field: Field; state: FormState; kept?: readonly string[] }) {
  const { kind, name, text, required, choices, limit } = field;
  switch (kind) {
    case 'scale':
      return <ScaleField field={field} {...typed(state, name, kept[0])} />;
    case 'choice':
      return <RadioGroup label={text} required={required} choices={choices} {...typed(state, name, kept[0])} />;
    case 'multi':
      return <CheckboxGroup label={text} required={required} choices={choices} {...chosen(state, name, kept)} />;
    case 'text':
      return <TextArea label={text} required={required} limit={limit} rows={6} {...typed(state, name, kept[0])} />;
  }
}
