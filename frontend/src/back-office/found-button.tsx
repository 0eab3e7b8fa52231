import type { SupportFind } from '@musubi/backend/contract/back-office';
import { ActionButton } from '@/ui/action-button';
import { foundHelp } from './actions';

/** Says that nothing has to be asked any more. */
export function FoundButton({
  teamId,
  kind,
  found,
  refersTo,
}: { teamId: string; refersTo: string } & Pick<SupportFind, 'kind' | 'found'>) {
  return (
    <ActionButton
      action={foundHelp.bind(null, teamId)}
      values={{ kind, found, ref: refersTo }}
      variant="outline"
      size="sm"
    >
      これで解決した
    </ActionButton>
  );
}
