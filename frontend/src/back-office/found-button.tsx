import type { SupportFind, SupportKind } from '@musubi/backend/contract/back-office';
import { ActionButton } from '@/ui/action-button';
import { foundHelp } from './actions';

/** Of which kind the help was follows from what was found. */
const KIND_OF: Record<SupportFind['found'], string> = {
  measure: 'scheme',
  practice: 'practice',
  request: 'policyTool',
};

export function FoundButton({
  teamId,
  kinds,
  found,
  refersTo,
}: {
  teamId: string;
  kinds: readonly SupportKind[];
  found: SupportFind['found'];
  refersTo: string;
}) {
  const kind = kinds.find(({ code }) => code === KIND_OF[found]) ?? kinds[0];
  if (!kind) return null;
  return (
    <ActionButton
      action={foundHelp.bind(null, teamId)}
      values={{ kind: kind.code, found, ref: refersTo }}
      variant="outline"
      size="sm"
    >
      これで解決した
    </ActionButton>
  );
}
