import type { FieldProps } from './form-field';
import { TextField } from './text-field';

/** A day, typed or picked; sent as 2026-11-20. `min` and `max` are days too. */
export function DateField(props: FieldProps & { defaultValue?: string; min?: string; max?: string }) {
  return <TextField type="date" width="14rem" {...props} />;
}
