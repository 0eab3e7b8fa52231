import type { ReactNode } from 'react';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/choices';
import { TextField } from '@/ui/text-field';

/** Filters of a list of the directory, in the address. `children` are further fields. */
export function SearchForm({
  label,
  q,
  ended,
  children,
}: {
  label?: string;
  q?: string;
  ended: boolean;
  children?: ReactNode;
}) {
  return (
    <form className="flex flex-wrap items-end gap-4">
      {label && <TextField label={label} name="q" type="search" defaultValue={q} width="20rem" />}
      {children}
      <Checkbox label="終了したものも含める" name="ended" defaultChecked={ended} />
      <Button variant="outline">探す</Button>
    </form>
  );
}
