'use client';

import { Form, SubmitButton } from '@/ui/form';
import type { Option } from '@/ui/select';
import { addPromise } from './actions';
import { PromiseFields } from './promise-fields';

export function PromiseForm({ teamId, id, owners }: { teamId: string; id: string; owners: Option[] }) {
  return (
    <Form action={addPromise.bind(null, teamId, id)}>
      {(state) => (
        <>
          <PromiseFields state={state} owners={owners} required />
          <SubmitButton variant="outline">約束を加える</SubmitButton>
        </>
      )}
    </Form>
  );
}
