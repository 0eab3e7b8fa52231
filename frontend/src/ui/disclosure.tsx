import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Something that is not always needed. Opens without JavaScript. */
export function Disclosure({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group">
      <summary className="flex w-fit list-none items-center gap-1 rounded-4 py-1 pr-2 text-blue-1000 underline underline-offset-4 hover:text-blue-900 [&::-webkit-details-marker]:hidden">
        <Icon name="chevron" className="size-4 group-open:rotate-90" />
        {summary}
      </summary>
      <div className="mt-2 border-l-4 border-solid-gray-200 pl-4">{children}</div>
    </details>
  );
}
