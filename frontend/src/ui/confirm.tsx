import type { ReactNode } from 'react';
import { buttonClass } from './button';

/** Asks once more before something that cannot be taken back; without a dialogue and without JavaScript. */
export function Confirm({ label, question, children }: { label: string; question: ReactNode; children: ReactNode }) {
  return (
    <details className="group w-fit max-w-full">
      <summary
        className={buttonClass(
          { variant: 'danger' },
          'list-none group-open:bg-red-50 [&::-webkit-details-marker]:hidden',
        )}
      >
        {label}
      </summary>
      <div className="mt-2 grid gap-4 rounded-12 border border-error-1 bg-white p-4">
        <div className="grid gap-4">{question}</div>
        {children}
      </div>
    </details>
  );
}
