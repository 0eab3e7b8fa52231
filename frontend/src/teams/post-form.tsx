'use client';

import { typed } from '@/lib/form-state';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { post } from './actions';

export function PostForm({ teamId, id }: { teamId: string; id: string }) {
  return (
    <Form action={post.bind(null, teamId, id)}>
      {(state) => (
        <>
          <TextArea label="書込み" {...typed(state, 'body')} limit={4000} rows={4} required />
          <SubmitButton>書き込む</SubmitButton>
        </>
      )}
    </Form>
  );
}
