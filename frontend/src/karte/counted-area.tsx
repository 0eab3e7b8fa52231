'use client';

import { type ComponentProps, useState } from 'react';
import { TextArea } from '@/ui/text-area';

/** A text area that counts while one types. Characters are counted as people do. */
export function CountedArea({ limit, ...rest }: ComponentProps<typeof TextArea> & { limit: number }) {
  const [count, setCount] = useState<number | null>(null);
  const over = count !== null && count > limit;
  return (
    <div className="grid gap-1">
      <TextArea limit={limit} {...rest} onInput={({ currentTarget }) => setCount([...currentTarget.value].length)} />
      {count !== null && (
        <p className={`text-right text-dns-14N-130 tabular-nums ${over ? 'font-700 text-error-1' : ''}`}>
          {over ? `${count - limit}文字多い` : `${count}／${limit}文字`}
        </p>
      )}
    </div>
  );
}
