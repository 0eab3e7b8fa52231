import type { Inquiry, InquiryAction } from '@musubi/backend/contract/inquiries';
import type { Route } from 'next';
import { ActionButton } from '@/ui/action-button';
import { Disclosure } from '@/ui/disclosure';
import { LinkButton } from '@/ui/link';
import type { Option } from '@/ui/select';
import { askedBy } from './asked-by';
import { caseHref } from './case-href';
import { acknowledge } from './ministry-actions';
import { AskBackForm, DeclineAllForm, HandOnForm, RequestExtensionForm } from './ministry-forms';

/** All that can be done with an inquiry beside answering it. */
export function InquirySteps({
  inquiry: { id, consultation, division, version, rows, allowedActions },
  divisions,
  ministries,
}: {
  inquiry: Inquiry;
  divisions: readonly Option[];
  ministries: readonly Option[];
}) {
  const asker = askedBy(consultation);
  const may = (action: InquiryAction) => allowedActions.includes(action);
  const open = rows.filter(({ state }) => state === 'open').map(({ questionRowId }) => questionRowId);
  return (
    <div className="grid gap-4">
      {may('acknowledge') && <ActionButton action={acknowledge.bind(null, id)}>照会を受け付ける</ActionButton>}
      {may('handOn') && (
        <Disclosure summary="課室に回す">
          <HandOnForm id={id} divisions={divisions} now={division?.id ?? null} />
        </Disclosure>
      )}
      {may('answer') && (
        <Disclosure summary="すべて該当なしとして提出する">
          <DeclineAllForm id={id} version={version} rows={open} ministries={ministries} />
        </Disclosure>
      )}
      {may('askBack') && (
        <Disclosure summary={`${asker}に質問する`}>
          <AskBackForm id={id} asker={asker} />
        </Disclosure>
      )}
      {may('requestExtension') && (
        <Disclosure summary="期限の延長を申し出る">
          <RequestExtensionForm id={id} asker={asker} />
        </Disclosure>
      )}
      {may('cancel') && (
        <LinkButton href={`${caseHref(consultation)}/inquiries` as Route} variant="outline">
          照会の管理に進む
        </LinkButton>
      )}
    </div>
  );
}
