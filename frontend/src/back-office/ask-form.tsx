'use client';

import type { SupportKind } from '@musubi/backend/contract/back-office';
import { typed } from '@/lib/form-state';
import { Checkbox, RadioGroup } from '@/ui/choices';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { askSupport } from './actions';

interface Props {
  teamId: string;
  /** Of the request to be: sent twice it is one. */
  id: string;
  kinds: readonly SupportKind[];
  text: string;
}

export function AskForm({ teamId, id, kinds, text }: Props) {
  return (
    <Form action={askSupport.bind(null, teamId)}>
      {(state) => (
        <>
          <input type="hidden" name="id" value={typed(state, 'id', id).defaultValue} />
          <RadioGroup
            label="知りたいことの区分"
            required
            choices={kinds.map(({ code, name }) => ({ value: code, label: name }))}
            {...typed(state, 'kind')}
          />
          <TextField label="件名" required support="50文字以内で入力してください。" {...typed(state, 'title')} />
          <TextArea
            label="背景と、これまでに試したこと"
            required
            limit={1000}
            support="住民の個人情報は書かないでください。"
            {...typed(state, 'background', text)}
          />
          <TextArea
            label="質問"
            required
            support="一行に一つずつ、五つまで書いてください。一つの質問は500文字以内です。"
            {...typed(state, 'questions')}
          />
          <DateField
            label="回答を希望する時期"
            support="会議や予算編成など、決まった日がある場合に入力してください。"
            {...typed(state, 'wishedOn')}
          />
          <Checkbox
            label="回答が届いた後、ほかのチームの支援官も読めるようにする"
            support="依頼の内容と回答が、団体名とともに、ほかのチームの支援官に見えます。団体の職員には見えません。"
            name="shared"
            defaultChecked={state.values ? state.values.shared === 'true' : true}
          />
          <SubmitButton>後方支援を頼む</SubmitButton>
        </>
      )}
    </Form>
  );
}
