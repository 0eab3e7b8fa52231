import type { ComponentProps } from 'react';

const BASE =
  'inline-flex w-fit min-w-24 items-center justify-center gap-2 rounded-8 text-center no-underline hover:underline hover:underline-offset-4 aria-disabled:pointer-events-none';

const VARIANT = {
  solid:
    'border-4 border-double border-transparent bg-blue-900 text-white hover:bg-blue-1000 active:bg-blue-1200 aria-disabled:bg-solid-gray-300 aria-disabled:text-solid-gray-50',
  outline:
    'border border-current bg-white text-blue-900 hover:bg-blue-200 hover:text-blue-1000 active:bg-blue-300 active:text-blue-1200 aria-disabled:text-solid-gray-300',
  text: 'text-blue-900 underline underline-offset-4 hover:bg-blue-50 hover:text-blue-1000 active:text-blue-1200 aria-disabled:text-solid-gray-300',
  danger:
    'border border-error-1 bg-white text-error-2 hover:bg-red-50 active:bg-red-100 aria-disabled:text-solid-gray-300',
} as const;

const SIZE = {
  lg: 'min-h-14 px-6 py-3 text-dns-16B-130',
  md: 'min-h-12 px-4 py-2 text-dns-16B-130',
  sm: 'min-h-9 px-3 py-1 text-dns-16B-130',
  xs: 'min-h-7 px-2 py-0.5 text-dns-14B-130',
} as const;

export interface ButtonLook {
  variant?: keyof typeof VARIANT;
  size?: keyof typeof SIZE;
}

/** The classes of a button, shared with links that look like one. */
export function buttonClass({ variant = 'solid', size = 'md' }: ButtonLook, extra = ''): string {
  return `${BASE} ${VARIANT[variant]} ${SIZE[size]} ${extra}`;
}

/** Never `disabled`: a button that cannot be pressed stays in the tab order and says why elsewhere. */
export function Button({
  variant,
  size,
  className,
  type = 'submit',
  ...rest
}: Omit<ComponentProps<'button'>, 'disabled'> & ButtonLook) {
  return <button type={type} className={buttonClass({ variant, size }, className)} {...rest} />;
}
