import type { FormState } from '@/lib/form-state';
import { Checkbox } from '@/ui/choices';

/** Whether other teams read the decisions of a 会議. */
export function ShareDecisions({ state, shared }: { state: FormState; shared: boolean }) {
  return (
    <>
      <input type="hidden" name="sharedBefore" value={String(shared)} />
      <Checkbox
        label="決定をほかのチームに共有する"
        name="shared"
        support="全ての支援官、支援を受ける団体及び事務局が、決定の文を読めます。要旨と出席者は共有されません。"
        defaultChecked={state.values ? state.values.shared === 'true' : shared}
      />
    </>
  );
}
