'use client';

import type { Route } from 'next';
import { ActionButton } from '@/ui/action-button';
import type { ButtonLook } from '@/ui/button';
import { dismiss, keep } from './actions';

/** Puts a measure into the reader's basket, or takes it out; comes back to `back`. */
export function KeepButton({
  id,
  inBasket,
  back,
  ...look
}: { id: string; inBasket: boolean; back: Route } & ButtonLook) {
  return (
    <ActionButton action={(inBasket ? dismiss : keep).bind(null, id, back)} variant="outline" {...look}>
      {inBasket ? '控えから外す' : '控えに入れる'}
    </ActionButton>
  );
}
