'use client';

import type { ReactNode } from 'react';
import { SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import type { Field } from './passage-fields';

/** One numbered section: its heading once, its passages below. `first` is the place of its first passage. */
export function SectionFields({
  no,
  first,
  last,
  heading,
  field,
  children,
}: {
  no: number;
  first: number;
  last: boolean;
  heading: string;
  field: Field;
  children: ReactNode;
}) {
  const name = `passages.${first}.heading`;
  return (
    <section
      aria-label={`項目${no}`}
      className="grid gap-4 rounded-12 border border-solid-gray-420 bg-white p-4 md:p-6"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-std-20B-150">項目{no}</h3>
        <div className="flex flex-wrap gap-2">
          {no > 1 && (
            <SubmitButton name="intent" value={`sectionUp-${first}`} variant="outline" size="xs">
              項目{no}を上へ
            </SubmitButton>
          )}
          {!last && (
            <SubmitButton name="intent" value={`sectionDown-${first}`} variant="outline" size="xs">
              項目{no}を下へ
            </SubmitButton>
          )}
          <SubmitButton name="intent" value={`add-${first}`} variant="outline" size="xs">
            項目{no}に窓口の文章を足す
          </SubmitButton>
        </div>
      </div>
      <TextArea label="見出し（質問）" {...field(name, heading)} rows={2} required />
      {children}
    </section>
  );
}
