'use client';

import type { Finding } from '@musubi/backend/contract/replies';
import { type FormState, typed } from '@/lib/form-state';
import { Checkbox } from '@/ui/choices';
import { SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';

const CALL_ENDED = 'call.ended';

/** Saves, or saves and asks for 決裁: warnings are confirmed, a call that has ended with a reason. */
export function RequestBox({
  findings,
  mayRequest,
  state,
}: {
  findings: readonly Finding[];
  mayRequest: boolean;
  state: FormState;
}) {
  const warnings = findings.filter(({ level }) => level === 'warning').length;
  return (
    <div className="grid gap-4 rounded-12 border border-solid-gray-420 bg-white p-4 md:p-6">
      {mayRequest && warnings > 0 && (
        <Checkbox label={`注意が必要なところ（${warnings}件）を確認しました`} name="confirmed" />
      )}
      {mayRequest && findings.some(({ code }) => code === CALL_ENDED) && (
        <TextArea
          label="公募が終了した施策を案内する理由"
          support="決裁する人と履歴に残ります。団体には見えません。"
          rows={2}
          limit={2000}
          required
          {...typed(state, 'reason')}
        />
      )}
      <div className="flex flex-wrap gap-4">
        <SubmitButton name="intent" value="save" variant={mayRequest ? 'outline' : 'solid'}>
          保存する
        </SubmitButton>
        {mayRequest && (
          <SubmitButton name="intent" value="request">
            保存して決裁を依頼する
          </SubmitButton>
        )}
      </div>
    </div>
  );
}
