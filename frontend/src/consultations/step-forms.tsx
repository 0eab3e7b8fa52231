'use client';

import { type FormState, typed } from '@/lib/form-state';
import { Form, SubmitButton } from '@/ui/form';
import { type Option, Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { guideStep, mergeStep, returnStep, simpleStep, writeNote } from './step-actions';

interface OfCase {
  id: string;
  /** The state's beginning as shown: a step from a stale screen is refused. */
  since: string;
}

const Reason = ({
  state,
  label = '理由',
  required = true,
}: {
  state: FormState;
  label?: string;
  required?: boolean;
}) => <TextArea label={label} {...typed(state, 'reason')} limit={1000} rows={4} required={required} />;

export function SimpleStepForm({
  id,
  since,
  action,
  title,
  reason,
}: OfCase & { action: string; title: string; reason: 'required' | 'optional' | 'none' }) {
  return (
    <Form action={simpleStep.bind(null, id, action, since)}>
      {(state) => (
        <>
          {reason === 'required' && <Reason state={state} />}
          {reason === 'optional' && <Reason state={state} label="申し送り" required={false} />}
          <SubmitButton variant={action === 'withdraw' ? 'danger' : 'solid'}>{title}</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function AdditionForm({ id, since }: OfCase) {
  return (
    <Form action={simpleStep.bind(null, id, 'add', since)}>
      {(state) => (
        <>
          <TextArea label="追記の内容" {...typed(state, 'text')} limit={2000} rows={8} required />
          <SubmitButton>追記する</SubmitButton>
        </>
      )}
    </Form>
  );
}

/** Up to six items in one 差戻し, each with its reason. */
export function ReturnForm({ id, since, items }: OfCase & { items: readonly Option[] }) {
  return (
    <Form action={returnStep.bind(null, id, since)}>
      {(state) => (
        <>
          {[0, 1, 2, 3, 4, 5].map((row) => (
            <fieldset key={row} className="grid gap-4 rounded-8 border border-solid-gray-420 p-4">
              <legend className="px-2 text-std-16B-170">補正をお願いする項目 {row + 1}</legend>
              <Select
                label="項目"
                {...typed(state, `items.${row}.item`)}
                options={items}
                empty="（なし）"
                width="100%"
              />
              <TextArea label="理由" {...typed(state, `items.${row}.reason`)} limit={1000} rows={2} />
            </fieldset>
          ))}
          <SubmitButton>差し戻す</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function GuideForm({ id, since }: OfCase) {
  return (
    <Form action={guideStep.bind(null, id, since)}>
      {(state) => (
        <>
          <Reason state={state} label="対象外とする理由（団体に見えます）" />
          <TextArea label="案内する窓口（団体に見えます）" {...typed(state, 'desk')} limit={1000} rows={3} required />
          <SubmitButton>対象外として案内する</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function MergeForm({ id, since }: OfCase) {
  return (
    <Form action={mergeStep.bind(null, id, since)}>
      {(state) => (
        <>
          <TextField
            label="統合先の受付番号"
            support="例：新結合-R8-0001"
            {...typed(state, 'into')}
            width="16rem"
            required
          />
          <Reason state={state} />
          <SubmitButton>統合する</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function NoteForm({ id }: { id: string }) {
  return (
    <Form action={writeNote.bind(null, id)}>
      {(state) => (
        <>
          <TextArea
            key={state.done ? 'written' : 'writing'}
            label="内部メモ"
            support="団体には見えません。"
            {...typed(state, 'text')}
            limit={1000}
            rows={4}
            required
          />
          <SubmitButton variant="outline">メモを書く</SubmitButton>
        </>
      )}
    </Form>
  );
}
