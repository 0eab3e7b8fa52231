'use client';

import type { Recount } from '@musubi/backend/contract/deadlines';
import type { FormState } from '@/lib/form-state';
import { previewedOf } from '@/lib/previewed';
import { SubmitButton } from './form';
import { MovedDeadlines } from './moved-deadlines';

/** First what a change would move, then the button that makes it. */
export function PreviewButtons({
  state,
  kinds,
  children,
}: {
  state: FormState;
  kinds: Readonly<Record<string, string>>;
  children: string;
}) {
  const recount = state.preview as Recount | undefined;
  return (
    <>
      {recount && (
        <>
          <MovedDeadlines recount={recount} kinds={kinds} />
          <input type="hidden" name="previewed" value={previewedOf(state.values ?? {})} />
        </>
      )}
      <div className="flex flex-wrap gap-4">
        <SubmitButton name="intent" value="preview" variant={recount ? 'outline' : 'solid'}>
          動く期限を確認する
        </SubmitButton>
        {recount && (
          <SubmitButton name="intent" value="apply">
            {children}
          </SubmitButton>
        )}
      </div>
    </>
  );
}
