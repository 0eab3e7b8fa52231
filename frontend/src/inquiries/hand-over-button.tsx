import type { InquiryRow } from '@musubi/backend/contract/inquiries';
import { ActionButton } from '@/ui/action-button';
import { handOver } from './desk-actions';

/** One click makes the inquiry that the ministry suggested when it declined. */
export function HandOverButton({
  id,
  row: { questionRowId, position, notApplicable: declined },
}: {
  id: string;
  row: InquiryRow;
}) {
  if (!declined?.suggestedMinistry || declined.handedOver) return null;
  return (
    <ActionButton action={handOver.bind(null, id)} values={{ questionRowId }} variant="outline" size="sm">
      {declined.suggestedMinistry.name}に質問{position}を照会する
    </ActionButton>
  );
}
