import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readable } from '../consultations/policy.js';
import type { Karte } from '../contract/forms.js';
import type { KarteCheck, KarteSheet, Submission } from '../contract/karte.js';
import { FormQueries } from '../forms/form.queries.js';
import { chosenFromSources } from '../forms/inputs.js';
import { type PresentedItem, presentKarte } from '../forms/present-karte.js';
import { checkSubmission, warnings } from '../forms/submission-check.js';
import type { Actor } from '../identity/actor.js';
import { authorize, found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { isWriter, readsCorrections } from './karte-policy.js';
import { type KarteRow, karteColumns, presentSheet } from './karte-row.js';

@Injectable()
export class KarteQueries {
  constructor(
    private readonly db: DataSource,
    private readonly forms: FormQueries,
  ) {}

  /** R8: while the town corrects its カルテ, others read what was submitted last. */
  async sheet(actor: Actor, id: string): Promise<KarteSheet> {
    const row = await this.row(actor, id);
    const form = await this.forms.get(row.formVersion);
    const karte = isWriter(actor, row) ? row.karte : (row.submitted ?? row.karte);
    const choices = await this.forms.choices(chosenFromSources(form, karte));
    return presentSheet(actor, row, { form, choices, karte });
  }

  /** What stands between this カルテ and its submission. */
  async check(actor: Actor, id: string): Promise<KarteCheck> {
    const { karte, formVersion, ...row } = await this.row(actor, id);
    authorize(isWriter(actor, row));
    const form = await this.forms.get(formVersion);
    return { faults: checkSubmission(form, karte, await this.forms.choices()), warnings: warnings(form, karte) };
  }

  /** Every submission, and what each changed since the one before. */
  async submissions(actor: Actor, id: string): Promise<{ items: Submission[]; total: number }> {
    const row = await this.row(actor, id);
    authorize(readsCorrections(actor, row));
    const rounds: { round: number; karte: Karte; submittedAt: Date; submittedBy: string }[] = await this.db.query(
      `SELECT s.round, s.karte, s.submitted_at AS "submittedAt", p.name AS "submittedBy"
       FROM submissions s JOIN people p ON p.id = s.submitted_by WHERE s.consultation_id = $1 ORDER BY s.round`,
      [id],
    );
    const form = await this.forms.get(row.formVersion);
    const choices = await this.forms.choices(rounds.flatMap(({ karte }) => chosenFromSources(form, karte)));
    const sheets = rounds.map(({ karte }) => presentKarte(form, karte, choices));
    const items = rounds.map(({ round, submittedAt, submittedBy }, index) => ({
      round,
      submittedAt: submittedAt.toISOString(),
      submittedBy,
      changes: changes(sheets[index - 1], sheets[index]),
    }));
    return { items, total: items.length };
  }

  private async row(actor: Actor, id: string): Promise<KarteRow> {
    const { bind, values } = binder();
    const rows: KarteRow[] = await this.db.query(
      `SELECT ${karteColumns(actor, bind)} FROM consultations c JOIN municipalities m ON m.code = c.municipality_code
       JOIN people p ON p.id = c.updated_by WHERE c.id = ${bind(id)} AND ${readable(actor, bind)}`,
      values,
    );
    return found(rows[0]);
  }
}

function changes(before: PresentedItem[] = [], after: PresentedItem[] = []): Submission['changes'] {
  const words = (item: PresentedItem | undefined) =>
    item?.lines.map(({ label, text }) => `${label}：${text}`).join('\n') ?? '';
  return before.flatMap((item, index) => {
    const [was, is] = [words(item), words(after[index])];
    return was === is ? [] : [{ no: item.no, label: item.label, before: was, after: is }];
  });
}
