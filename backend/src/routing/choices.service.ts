import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import { may } from '../consultations/policy.js';
import { type ChoiceInput, type UndoInput, VERDICT_LABEL, type Verdict } from '../contract/suggestions.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError } from '../platform/errors.js';
import { SuggestionsQueries } from './suggestions.queries.js';

interface Standing {
  id: string;
  verdict: Verdict;
  by: string;
  rank: number;
}

/** An officer takes a suggestion or rejects it. Nothing is sent by that. */
@Injectable()
export class ChoicesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly advance: Advance,
    private readonly suggestions: SuggestionsQueries,
  ) {}

  /** Pressed twice, or by two officers with the same opinion: one choice. With two opinions the first stands. */
  async choose(actor: Actor, id: string, { kind, subject, verdict, knowledge }: ChoiceInput): Promise<void> {
    const { rank, label } = await this.suggested(actor, id, { kind, subject, knowledge });
    await this.db.transaction(async (tx) => {
      const consultation = await this.advance.lock(tx, actor, id);
      authorize(may(actor, 'assign', consultation));
      const standing = await standingOf(tx, id, { kind, subject });
      if (standing?.verdict === verdict) return;
      if (standing) throw chosenOtherwise(standing, label);
      const [made]: [{ id: string }] = await tx.query(
        `INSERT INTO suggestion_choices (consultation_id, kind, ministry_id, measure_id, measure_label, verdict, rank,
           knowledge, chosen_by, chosen_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
        [
          ...[id, kind, ...(kind === 'ministry' ? [subject, null, null] : [null, subject, label])],
          ...[verdict, rank, knowledge, personId(actor), this.clock.now()],
        ],
      );
      await record(tx, {
        type: verdict === 'taken' ? 'suggestion.take' : 'suggestion.reject',
        consultationId: id,
        subjectId: made.id,
        actor,
        audience: 'inward',
        data: { kind, subject, rank, knowledge },
      });
    });
  }

  /** What nobody chose needs no undoing. */
  async undo(actor: Actor, id: string, { kind, subject }: UndoInput): Promise<void> {
    await this.db.transaction(async (tx) => {
      const consultation = await this.advance.lock(tx, actor, id);
      authorize(may(actor, 'assign', consultation));
      const standing = await standingOf(tx, id, { kind, subject });
      if (!standing) return;
      await tx.query('UPDATE suggestion_choices SET undone_by = $2, undone_at = $3 WHERE id = $1', [
        ...[standing.id, personId(actor), this.clock.now()],
      ]);
      const { verdict, rank } = standing;
      await record(tx, {
        type: 'suggestion.undo',
        consultationId: id,
        subjectId: standing.id,
        actor,
        audience: 'inward',
        data: { kind, subject, verdict, rank },
      });
    });
  }

  /** The suggestion as it was shown. @throws DomainError conflict, when it is no longer suggested like that */
  private async suggested(actor: Actor, id: string, { kind, subject, knowledge }: Omit<ChoiceInput, 'verdict'>) {
    const shown = await this.suggestions.of(actor, id);
    const candidates =
      kind === 'ministry'
        ? shown.ministries.map(({ id: ministry, name }) => ({ subject: ministry, label: name }))
        : shown.measures.map(({ id: measure, title }) => ({ subject: measure, label: title }));
    const at = candidates.findIndex((candidate) => candidate.subject === subject);
    const candidate = candidates[at];
    if (shown.knowledge !== knowledge || !candidate) {
      throw new DomainError(
        'conflict',
        'suggestion.changed',
        '候補の一覧が変わりました。画面を読み込み直して、今の候補を確認してください。',
      );
    }
    return { rank: at + 1, label: candidate.label };
  }
}

async function standingOf(tx: EntityManager, id: string, { kind, subject }: UndoInput): Promise<Standing | undefined> {
  const [standing]: Standing[] = await tx.query(
    `SELECT s.id, s.verdict, s.rank, p.name AS by FROM suggestion_choices s JOIN people p ON p.id = s.chosen_by
     WHERE s.consultation_id = $1 AND s.kind = $2 AND s.subject = $3 AND s.undone_at IS NULL`,
    [id, kind, subject],
  );
  return standing;
}

const chosenOtherwise = ({ by, verdict }: Standing, label: string) =>
  new DomainError(
    'conflict',
    'suggestion.chosen',
    `「${label}」は、${by}さんが先に${VERDICT_LABEL[verdict]}にしました。変えるときは、先にその採否を取り消してください。`,
  );
