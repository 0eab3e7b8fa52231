'use client';

import { Confirm } from '@/ui/confirm';
import { Form, SubmitButton } from '@/ui/form';
import { emptyBasket } from './actions';

export function EmptyButton() {
  return (
    <Form action={emptyBasket} className="grid gap-2">
      {() => (
        <Confirm label="控えを空にする" question="控えから、すべての施策を外しますか。">
          <SubmitButton variant="danger">空にする</SubmitButton>
        </Confirm>
      )}
    </Form>
  );
}
