import type { ReactNode } from 'react';

/** How urgent or how far: the word says it, the colour only helps. */
export const TONE = {
  neutral: 'border-solid-gray-600 bg-white text-solid-gray-800',
  waiting: 'border-yellow-900 bg-yellow-50 text-yellow-1200',
  active: 'border-blue-800 bg-blue-50 text-blue-1000',
  done: 'border-green-800 bg-green-50 text-green-1000',
  attention: 'border-orange-900 bg-orange-50 text-orange-1100',
  alarm: 'border-red-900 bg-red-900 text-white',
  closed: 'border-solid-gray-420 bg-solid-gray-50 text-solid-gray-700',
} as const;

export type Tone = keyof typeof TONE;

export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span
      data-tone={tone}
      className={`inline-flex w-fit items-center rounded-full border px-2.5 py-0.5 text-dns-14B-130 whitespace-nowrap ${TONE[tone]}`}
    >
      {children}
    </span>
  );
}
