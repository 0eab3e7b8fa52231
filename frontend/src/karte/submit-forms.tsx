'use client';

import { typed } from '@/lib/form-state';
import { Checkbox } from '@/ui/choices';
import { Disclosure } from '@/ui/disclosure';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { requestReview, sendBackToAuthor, submit } from './actions';

interface SubmitProps {
  id: string;
  version: number;
  /** Worth a second look; the person says that it has been seen. */
  warnings: readonly string[];
}

export function SubmitForm({ id, version, warnings }: SubmitProps) {
  return (
    <Form action={submit.bind(null, id, version)} className="grid gap-4">
      {(state) => (
        <>
          {state.conflict !== undefined && (
            <p>この画面を開いた後に内容が変わりました。画面を読み込み直して、変わった内容を確認してください。</p>
          )}
          {warnings.length > 0 && (
            <Checkbox
              label="上の注意を確認した上で、このまま提出する"
              name="confirmWarnings"
              error={state.fields ? '注意を確認して、チェックを付けてください。' : undefined}
            />
          )}
          <div>
            <SubmitButton size="lg">提出する</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

export function ReviewForm({ id }: { id: string }) {
  return (
    <Form action={requestReview.bind(null, id)} className="grid gap-4">
      {() => (
        <div>
          <SubmitButton size="lg">承認者に確認を依頼する</SubmitButton>
        </div>
      )}
    </Form>
  );
}

export function SendBackForm({ id }: { id: string }) {
  return (
    <Disclosure summary="作成者に戻す">
      <Form action={sendBackToAuthor.bind(null, id)}>
        {(state) => (
          <>
            <TextArea label="作成者に戻す理由" {...typed(state, 'reason')} rows={3} limit={500} required />
            <div>
              <SubmitButton variant="outline">作成者に戻す</SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Disclosure>
  );
}
