'use client';

import type { SavedSearchChoices } from '@musubi/backend/contract/search';
import { type FormAction, typed } from '@/lib/form-state';
import { Checkbox } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { type Option, Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';

interface Props {
  action: FormAction;
  /** Sets the fields of several such forms on a page apart. */
  idPrefix: string;
  rhythms: readonly Option[];
  stored?: SavedSearchChoices;
  submit: string;
}

/** Name, sharing and digest of a search. */
export function SavedForm({ action, idPrefix, rhythms, stored, submit }: Props) {
  return (
    <Form action={action} idPrefix={idPrefix} className="grid gap-4">
      {(state) => (
        <>
          <TextField
            label="検索の名前"
            id={`${idPrefix}name`}
            {...typed(state, 'name', stored?.name)}
            maxLength={60}
            required
            width="24rem"
          />
          <Select
            label="新しい結果の通知"
            support="受け取る時刻は「お知らせの受け取り方」のまとめて送る時刻です。新しい結果がないときは送りません。"
            id={`${idPrefix}digest`}
            {...typed(state, 'digest', stored?.digest ?? 'none')}
            options={rhythms}
            width="10rem"
          />
          <Checkbox
            label="同じ組織の人と共有する"
            id={`${idPrefix}shared`}
            name="shared"
            defaultChecked={state.values ? state.values.shared === 'true' : stored?.shared}
          />
          <SubmitButton variant="outline">{submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
