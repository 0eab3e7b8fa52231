'use client';

import type { ReplyWorkshop } from '@musubi/backend/contract/replies';
import { typed } from '@/lib/form-state';
import { ActionButton } from '@/ui/action-button';
import { Form, SubmitButton } from '@/ui/form';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { approveReply, recallApproval, sendBackReply } from './actions';

type Versioned = { id: string; version: number };

/** 決裁 by a manager, for themselves or for an absent one. */
export function ApproveForm({
  id,
  version,
  last,
  standIns,
}: Versioned & { last: boolean } & Pick<ReplyWorkshop, 'standIns'>) {
  return (
    <Form action={approveReply.bind(null, id, version)} idPrefix="approve-">
      {(state) => {
        const standIn = typed(state, 'standInFor');
        const comment = typed(state, 'comment');
        return (
          <>
            {standIns.length > 0 && (
              <Select
                label="代決"
                support="不在の管理職に代わって決裁するときだけ選んでください。代決であることが記録に残ります。"
                {...standIn}
                id="approve-standInFor"
                empty="代決ではない（自分の決裁）"
                options={standIns.map((person) => ({ value: person.id, label: `${person.name}の代決` }))}
              />
            )}
            <TextArea
              label="コメント"
              support="団体には見えません。代決のとき、依頼の後に公募が終了し、又は施策の登録が変わったときは、理由を入力してください。"
              {...comment}
              id="approve-comment"
              rows={3}
              limit={2000}
            />
            <SubmitButton>{last ? '決裁して団体に送付する' : '承認して次の決裁に進める'}</SubmitButton>
          </>
        );
      }}
    </Form>
  );
}

export function SendBackForm({ id, version }: Versioned) {
  return (
    <Form action={sendBackReply.bind(null, id, version)} idPrefix="send-back-">
      {(state) => (
        <>
          <TextArea
            label="差戻しの理由"
            support="窓口担当が読みます。団体には見えません。"
            {...typed(state, 'comment')}
            id="send-back-comment"
            rows={3}
            limit={2000}
            required
          />
          <SubmitButton variant="outline">回答案を差し戻す</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function RecallButton({ id }: { id: string }) {
  return (
    <ActionButton action={recallApproval.bind(null, id)} variant="outline">
      決裁の依頼を取り消す
    </ActionButton>
  );
}
