'use client';

import { typed } from '@/lib/form-state';
import { RadioGroup } from '@/ui/choices';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { cancelInquiry, changeDue, decideExtension, replyBack } from './desk-actions';

export function ReplyBackForm({ id }: { id: string }) {
  const prefix = `reply-${id}-`;
  return (
    <Form action={replyBack.bind(null, id)} idPrefix={prefix} className="grid gap-4">
      {(state) => (
        <>
          <TextArea label="質問への返答" required limit={2000} {...typed(state, 'text')} id={`${prefix}text`} />
          <SubmitButton>返答する</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function DecideExtensionForm({ id, requestedDueOn }: { id: string; requestedDueOn: string }) {
  const prefix = `extension-${id}-`;
  return (
    <Form action={decideExtension.bind(null, id)} idPrefix={prefix} className="grid gap-4">
      {(state) => (
        <>
          <RadioGroup
            label="決定"
            required
            inline
            {...typed(state, 'granted', 'true')}
            id={`${prefix}granted`}
            choices={[
              { value: 'true', label: '認める' },
              { value: 'false', label: '認めない' },
            ]}
          />
          <DateField
            label="認める期限"
            support="申出より短くすることもできます。開庁日を入力してください。"
            {...typed(state, 'dueOn', requestedDueOn)}
            id={`${prefix}dueOn`}
          />
          <TextArea
            label="コメント"
            rows={2}
            limit={500}
            support="認めないときは、必ず理由を入力してください。"
            {...typed(state, 'comment')}
            id={`${prefix}comment`}
          />
          <SubmitButton>決定する</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function ChangeDueForm({ id, dueOn }: { id: string; dueOn: string }) {
  const prefix = `due-${id}-`;
  return (
    <Form action={changeDue.bind(null, id)} idPrefix={prefix} className="grid gap-4">
      {(state) => (
        <>
          <DateField label="新しい期限" required {...typed(state, 'dueOn', dueOn)} id={`${prefix}dueOn`} />
          <SubmitButton variant="outline">期限を変更する</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function CancelForm({ id }: { id: string }) {
  const prefix = `cancel-${id}-`;
  return (
    <Form action={cancelInquiry.bind(null, id)} idPrefix={prefix} className="grid gap-4">
      {(state) => (
        <>
          <TextArea
            label="取消しの理由"
            support="照会先の府省庁に伝わります。"
            required
            rows={2}
            limit={500}
            {...typed(state, 'reason')}
            id={`${prefix}reason`}
          />
          <SubmitButton variant="danger">照会を取り消す</SubmitButton>
        </>
      )}
    </Form>
  );
}
