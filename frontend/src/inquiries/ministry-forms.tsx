'use client';

import { typed } from '@/lib/form-state';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { type Option, Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { declineAll } from './answer-actions';
import { askBack, handOn, requestExtension } from './ministry-actions';

export function RequestExtensionForm({ id, asker }: { id: string; asker: string }) {
  return (
    <Form action={requestExtension.bind(null, id)} idPrefix="extension-">
      {(state) => (
        <>
          <DateField
            label="延長後の期限"
            support={`開庁日を入力してください。${asker}が認めるまで、期限は変わりません。`}
            required
            {...typed(state, 'dueOn')}
            id="extension-dueOn"
          />
          <TextArea
            label="延長の理由"
            required
            rows={3}
            limit={500}
            {...typed(state, 'reason')}
            id="extension-reason"
          />
          <SubmitButton variant="outline">延長を申し出る</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function AskBackForm({ id, asker }: { id: string; asker: string }) {
  return (
    <Form action={askBack.bind(null, id)} idPrefix="back-">
      {(state) => (
        <>
          <TextArea
            label={`${asker}への質問`}
            support={`${asker}が返答するまで、期限は進みません。`}
            required
            limit={2000}
            {...typed(state, 'text')}
            id="back-text"
          />
          <SubmitButton variant="outline">{asker}に質問する</SubmitButton>
        </>
      )}
    </Form>
  );
}

/** `now`: the division that has it, if any; only then it can go back to the ministry's window. */
export function HandOnForm({ id, divisions, now }: { id: string; divisions: readonly Option[]; now: string | null }) {
  return (
    <Form action={handOn.bind(null, id)} idPrefix="on-">
      {(state) => (
        <>
          <Select
            label="担当する課室"
            required
            empty={now ? '取りまとめ窓口に戻す' : '選んでください'}
            options={divisions.filter(({ value }) => value !== now)}
            width="32rem"
            {...typed(state, 'divisionId')}
            id="on-divisionId"
          />
          <SubmitButton variant="outline">課室に回す</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function DeclineAllForm({
  id,
  version,
  rows,
  ministries,
}: {
  id: string;
  version: number;
  rows: readonly string[];
  ministries: readonly Option[];
}) {
  return (
    <Form action={declineAll.bind(null, id, version, rows)} idPrefix="none-">
      {(state) => (
        <>
          <TextArea
            label="該当なしの理由"
            required
            rows={3}
            limit={1000}
            {...typed(state, 'reason')}
            id="none-reason"
          />
          <Select
            label="代わりに尋ねるとよい府省庁"
            support="分かる場合に選んでください。"
            empty="分からない"
            options={ministries}
            {...typed(state, 'suggestedMinistryId')}
            id="none-suggestedMinistryId"
          />
          <SubmitButton variant="outline">該当なしとして提出する</SubmitButton>
        </>
      )}
    </Form>
  );
}
