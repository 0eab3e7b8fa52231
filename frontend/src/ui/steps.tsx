import { Icon } from './icon';

export interface Step {
  label: string;
  state: 'done' | 'current' | 'ahead';
  note?: string;
}

const WORD = { done: '済み', current: '現在', ahead: 'これから' } as const;

const DOT = {
  done: 'border-blue-900 bg-blue-900 text-white',
  current: 'border-blue-900 bg-white text-blue-900',
  ahead: 'border-solid-gray-420 bg-white text-solid-gray-700',
} as const;

/** Ties a step to the one before. */
const LINE =
  'md:before:absolute md:before:top-[0.9375rem] md:before:right-1/2 md:before:-z-10 md:before:w-full md:before:border-t-2 md:before:border-solid-gray-300';

/** How far something has come. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol aria-label={label} className="isolate flex flex-col gap-2 md:flex-row md:gap-0">
      {steps.map((step, i) => (
        <li
          key={step.label}
          aria-current={step.state === 'current' ? 'step' : undefined}
          className={`relative flex flex-1 items-center gap-2 md:flex-col md:text-center ${i > 0 ? LINE : ''}`}
        >
          <span
            aria-hidden="true"
            className={`flex size-8 shrink-0 items-center justify-center rounded-full border-2 text-oln-14B-100 ${DOT[step.state]}`}
          >
            {step.state === 'done' ? <Icon name="check" className="size-4" /> : i + 1}
          </span>
          <span className={`text-dns-14N-130 ${step.state === 'current' ? 'font-700' : ''}`}>
            {step.label}
            <span className="sr-only">（{WORD[step.state]}）</span>
            {step.note && <span className="block text-solid-gray-700">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
