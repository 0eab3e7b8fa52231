import { type Choice, type ChoiceKind, VERDICT_LABEL, type Verdict } from '@musubi/backend/contract/suggestions';
import { ActionButton } from '@/ui/action-button';
import { StatusBadge } from '@/ui/status-badge';
import { Moment } from '@/ui/time';
import { choose, undoChoice } from './choose-actions';

interface Props {
  consultationId: string;
  kind: ChoiceKind;
  subject: string;
  /** What the buttons speak of, for those who hear the page. */
  name: string;
  choices: readonly Choice[];
  knowledge: number;
}

/** One press takes a suggestion or rejects it; once chosen, one press undoes it. */
export function ChoiceButtons({ consultationId, kind, subject, name, choices, knowledge }: Props) {
  const choice = { kind, subject };
  const standing = choices.find((one) => one.kind === kind && one.subject === subject && one.undoneAt === null);
  if (standing) {
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <StatusBadge tone={standing.verdict === 'taken' ? 'done' : 'closed'}>
          {VERDICT_LABEL[standing.verdict]}
        </StatusBadge>
        <span className="text-dns-14N-130">
          {standing.chosenBy}　<Moment value={standing.chosenAt} />
        </span>
        <ActionButton action={undoChoice.bind(null, consultationId, choice)} variant="outline" size="sm">
          取り消す<span className="sr-only">：{name}の採否</span>
        </ActionButton>
      </div>
    );
  }
  const button = (verdict: Verdict) => (
    <ActionButton
      action={choose.bind(null, consultationId, { ...choice, verdict, knowledge })}
      variant="outline"
      size="sm"
    >
      {verdict === 'taken' ? '採用する' : '不採用にする'}
      <span className="sr-only">：{name}</span>
    </ActionButton>
  );
  return (
    <div className="flex flex-wrap gap-3">
      {button('taken')}
      {button('rejected')}
    </div>
  );
}
