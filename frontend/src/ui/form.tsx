'use client';

import { unstable_rethrow } from 'next/navigation';
import { createContext, type ReactNode, startTransition, useActionState, useContext, useEffect, useRef } from 'react';
import type { FormAction, FormState } from '@/lib/form-state';
import { Banner } from './banner';
import { Button, type ButtonLook } from './button';
import { ErrorSummary } from './error-summary';

const Pending = createContext(false);

const NOT_SENT = '送信できませんでした。通信の状態を確かめて、もう一度送信してください。入力内容は失われていません。';

/** In the browser a broken line must not take the page away. On the server the action itself makes the form work. */
export function keepingThePage<State extends FormState>(
  action: (previous: State, form: FormData) => Promise<State>,
): (previous: State, form: FormData) => Promise<State> {
  if (typeof window === 'undefined') return action;
  return async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      unstable_rethrow(error);
      return { ...previous, message: NOT_SENT, fields: {} };
    }
  };
}

/**
 * A form of a server action. Without JavaScript the browser posts it and the page comes back with the state;
 * with JavaScript the fields stay as they are, files included. `children` draws the fields from the state.
 */
export function Form({
  action,
  children,
  idPrefix,
  className = 'grid gap-6',
}: {
  action: FormAction;
  children: (state: FormState) => ReactNode;
  idPrefix?: string;
  className?: string;
}) {
  const [state, dispatch, pending] = useActionState(keepingThePage(action), {});
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state.message) form.current?.querySelector<HTMLElement>('[role=alert]')?.focus();
  }, [state]);

  return (
    <form
      ref={form}
      action={dispatch}
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        if (pending) return;
        const submitter = (event.nativeEvent as SubmitEvent).submitter;
        const data = new FormData(event.currentTarget, submitter);
        startTransition(() => dispatch(data));
      }}
    >
      {state.message && <ErrorSummary message={state.message} fields={state.fields} idPrefix={idPrefix} />}
      {state.done && <Banner kind="success" title={state.done} />}
      <Pending value={pending}>{children(state)}</Pending>
    </form>
  );
}

/** The button that sends the form around it. `name` and `value` tell the action which button it was. */
export function SubmitButton({
  children,
  ...rest
}: ButtonLook & { children: ReactNode; name?: string; value?: string }) {
  const pending = useContext(Pending);
  return (
    <Button aria-disabled={pending || undefined} {...rest}>
      {pending ? '送信しています…' : children}
    </Button>
  );
}
