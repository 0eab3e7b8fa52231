import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { AnswersDraft, RowDraft, SendAnswers } from '../contract/answers.js';
import type { Actor } from '../identity/actor.js';
import { DomainError, invalid, sameVersion } from '../platform/errors.js';
import { checkBases } from './check-bases.js';
import { completeRow } from './complete-row.js';
import { type DraftRow, draftOf, writeRow } from './draft.js';
import type { InquiryEntity } from './inquiry.entity.js';
import { Moves } from './moves.js';

/** A ministry writes its answers as a draft that only it can read, and sends them row by row or all at once. */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly moves: Moves,
    private readonly calendar: Calendar,
  ) {}

  /** @returns the version to save next with */
  async save(actor: Actor, id: string, { version, rows }: AnswersDraft): Promise<number> {
    const inquiry = await this.moves.move(actor, id, 'save', async (tx, inquiry) => {
      const draft = await draftOf(tx, id);
      sameVersion(inquiry.version, version, { version: inquiry.version, rows: draft });
      await checkBases(tx, actor, rows, draft);
      for (const [index, row] of rows.entries()) {
        mustBeOpen(draft, row.questionRowId);
        await this.checkSuggestion(tx, inquiry, row, index);
        await writeRow(tx, id, row);
      }
      inquiry.version += 1;
      return { audience: 'none', data: { version: inquiry.version } };
    });
    return inquiry.version;
  }

  /** Sends the saved draft of these rows, or of all that are open. What was sent stays as it is. */
  async answer(actor: Actor, id: string, { version, questionRowIds }: SendAnswers): Promise<void> {
    await this.moves.move(actor, id, 'answer', async (tx, inquiry) => {
      const draft = await draftOf(tx, id);
      sameVersion(inquiry.version, version, { version: inquiry.version, rows: draft });
      const wanted = questionRowIds ?? draft.filter(({ state }) => state === 'open').map((row) => row.questionRowId);
      const rows = [...new Set(wanted)].map((row) => mustBeOpen(draft, row));
      const faults = Object.assign({}, ...rows.map(completeRow));
      if (Object.keys(faults).length > 0) throw invalid(faults);

      const declined = rows.filter((row) => row.notApplicable).map((row) => row.questionRowId);
      await tx.query(
        `UPDATE inquiry_rows SET state = CASE WHEN reason IS NULL THEN 'answered' ELSE 'notApplicable' END
         WHERE inquiry_id = $1 AND question_row_id = ANY($2)`,
        [id, rows.map((row) => row.questionRowId)],
      );
      await tx.query('DELETE FROM answers WHERE inquiry_id = $1 AND question_row_id = ANY($2)', [id, declined]);
      inquiry.version += 1;
      const type = declined.length === rows.length ? 'inquiry.decline' : 'inquiry.answer';
      return { type, data: { rows: rows.length, declined: declined.length } };
    });
  }

  private async checkSuggestion(tx: EntityManager, { ministryId }: InquiryEntity, row: RowDraft, index: number) {
    const suggested = row.notApplicable?.suggestedMinistryId;
    if (!suggested) return;
    const field = `rows.${index}.notApplicable.suggestedMinistryId`;
    if (suggested === ministryId) {
      throw invalid({ [field]: '自府省庁の別の課室に回すときは「課室に回す」を使ってください' });
    }
    const [known] = await tx.query('SELECT 1 FROM ministries WHERE id = $1 AND (valid_to IS NULL OR valid_to >= $2)', [
      suggested,
      this.calendar.today(),
    ]);
    if (!known) throw invalid({ [field]: 'この府省庁は名簿にありません。一覧から選び直してください' });
  }
}

function mustBeOpen(draft: readonly DraftRow[], questionRowId: string): DraftRow {
  const row = draft.find((candidate) => candidate.questionRowId === questionRowId);
  if (row?.state === 'open') return row;
  throw new DomainError('conflict', 'inquiry.row_not_open', ROW_NOT_OPEN);
}

const ROW_NOT_OPEN =
  '提出済み又は取り消された質問の回答は、変更できません。画面を読み込み直して、最新の状態を確認してください。';
