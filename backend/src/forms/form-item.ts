import type { FormDefinition, FormItem } from '../contract/forms.js';

/** The item of a form that a correction speaks of: by the item's number or by the key of one of its inputs. */
export const itemOf = ({ items }: FormDefinition, item: string): FormItem | undefined =>
  items.find(({ no, inputs }) => String(no) === item || inputs.some(({ key }) => key === item));
