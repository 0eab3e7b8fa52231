import type { Route } from 'next';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonLook, buttonClass } from './button';

type Anchor<T extends string> = Omit<ComponentProps<'a'>, 'href'> & { href: Route<T>; children: ReactNode };

const LINK =
  'text-blue-1000 underline underline-offset-[0.1875rem] hover:text-blue-900 hover:decoration-[0.1875rem] active:text-orange-800 visited:text-magenta-900';

/** A plain link: pages come whole from the server, so a list needs no JavaScript. */
export function Link<T extends string>({ className = '', ...rest }: Anchor<T>) {
  return <a className={`${LINK} ${className}`} {...(rest as ComponentProps<'a'>)} />;
}

/** A link to the next step of a task, which looks like a button. */
export function LinkButton<T extends string>({ variant, size, className, ...rest }: Anchor<T> & ButtonLook) {
  return <a className={buttonClass({ variant, size }, className)} {...(rest as ComponentProps<'a'>)} />;
}
