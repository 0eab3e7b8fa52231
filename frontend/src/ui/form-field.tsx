import type { ReactNode } from 'react';

export interface FieldProps {
  label: ReactNode;
  name: string;
  /** Differs from `name` only when one page shows the same form twice. */
  id?: string;
  required?: boolean;
  support?: ReactNode;
  error?: string;
}

export const supportId = (id: string) => `${id}-support`;
export const errorId = (id: string) => `${id}-error`;

/** The attributes that tie a control to its support text and its error. */
export function describedBy(id: string, field: Pick<FieldProps, 'support' | 'error'>) {
  return { 'aria-describedby': descriptionOf(id, field), 'aria-invalid': field.error ? true : undefined };
}

function descriptionOf(id: string, { support, error }: Pick<FieldProps, 'support' | 'error'>): string | undefined {
  return [support && supportId(id), error && errorId(id)].filter(Boolean).join(' ') || undefined;
}

/** The look of every text control. */
export const CONTROL =
  'w-full max-w-full rounded-8 border border-solid-gray-600 bg-white px-4 py-2 text-std-16N-170 text-solid-gray-800 hover:border-black aria-[invalid=true]:border-error-1 aria-[invalid=true]:hover:border-red-1000 [&[readonly]]:border-dashed [&[readonly]]:bg-solid-gray-50';

export function RequiredMark() {
  return <span className="ml-2 text-oln-16N-100 whitespace-nowrap text-error-1">※必須</span>;
}

/** Label, support text, the control, and the error under it. */
export function FormField({
  id,
  label,
  required,
  support,
  error,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className="flex max-w-full min-w-0 flex-col gap-2">
      <label htmlFor={id} className="w-fit text-std-17B-170">
        {label}
        {required && <RequiredMark />}
      </label>
      <Support id={id} support={support} />
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

/** The same for a group of controls. */
export function FieldGroup({
  id,
  label,
  required,
  support,
  error,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2" aria-describedby={descriptionOf(id, { support, error })}>
      <legend className="mb-2 text-std-17B-170">
        {label}
        {required && <RequiredMark />}
      </legend>
      <Support id={id} support={support} />
      {children}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

function Support({ id, support }: { id: string; support: ReactNode }) {
  if (!support) return null;
  return (
    <div id={supportId(id)} className="text-std-16N-170 text-solid-gray-700">
      {support}
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={errorId(id)} className="text-std-16N-170 text-error-1">
      <span aria-hidden="true">＊</span>
      {error}
    </p>
  );
}
