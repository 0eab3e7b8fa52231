'use client';

import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Form, SubmitButton } from '@/ui/form';
import { actOnChosen } from './actions';

/** A list whose ticked measures are compared, and put into the basket or, where they are in it, taken out. */
export function ChooseForm({ back, inBasket, children }: { back: Route; inBasket?: boolean; children: ReactNode }) {
  return (
    <Form action={actOnChosen.bind(null, back)} className="grid gap-4">
      {() => (
        <>
          <div className="flex flex-wrap items-center gap-3">
            <span>選んだ施策を</span>
            <SubmitButton name="intent" value="compare" variant="outline" size="sm">
              比べる（2～4件）
            </SubmitButton>
            <SubmitButton name="intent" value={inBasket ? 'dismiss' : 'collect'} variant="outline" size="sm">
              {inBasket ? '控えから外す' : '控えに入れる'}
            </SubmitButton>
          </div>
          {children}
        </>
      )}
    </Form>
  );
}
