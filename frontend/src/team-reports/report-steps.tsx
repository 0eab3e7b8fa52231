import type { ReportAction, TeamReport } from '@musubi/backend/contract/team-reports';
import { ActionButton } from '@/ui/action-button';
import { Disclosure } from '@/ui/disclosure';
import { ReasonForm } from './reason-form';
import { takeReportStep } from './report-actions';

const PRESSED: readonly (readonly [ReportAction, string, 'solid' | 'outline'])[] = [
  ['agree', 'この内容に同意する', 'solid'],
  ['close', '受理する', 'solid'],
  ['recall', '確認の依頼を取り消して、作成中に戻す', 'outline'],
];
const WITH_REASON: readonly (readonly [ReportAction, string, string])[] = [
  ['sendBack', '理由を添えて差し戻す', '差し戻す'],
  ['reopen', '同意又は受理を取り消して、作成中に戻す', '作成中に戻す'],
];

/** The steps besides writing, as far as they are allowed. */
export function ReportSteps({ report: { id, version, allowedActions } }: { report: TeamReport }) {
  const open = <Entry extends readonly [ReportAction, ...unknown[]]>(steps: readonly Entry[]) =>
    steps.filter(([action]) => allowedActions.includes(action));
  const [pressed, reasoned] = [open(PRESSED), open(WITH_REASON)];
  if (pressed.length + reasoned.length === 0) return null;
  return (
    <div className="grid justify-items-start gap-4">
      {pressed.map(([action, label, variant]) => (
        <ActionButton key={action} action={takeReportStep.bind(null, id, version, action)} variant={variant}>
          {label}
        </ActionButton>
      ))}
      {reasoned.map(([action, label, button]) => (
        <Disclosure key={action} summary={label}>
          <ReasonForm action={takeReportStep.bind(null, id, version, action)} prefix={`${action}-`} button={button} />
        </Disclosure>
      ))}
    </div>
  );
}
