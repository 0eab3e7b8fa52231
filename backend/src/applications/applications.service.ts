import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { NewApplication, SaveApplication } from '../contract/applications.js';
import type { Karte } from '../contract/forms.js';
import { record } from '../events/record.js';
import { checkDraft } from '../forms/draft-check.js';
import { FormQueries } from '../forms/form.queries.js';
import { type Actor, hasRole, personId } from '../identity/actor.js';
import { authorize, DomainError, found, invalid, sameVersion } from '../platform/errors.js';
import { callStanding } from '../rounds/call-standing.js';
import { FORM_OF, heldCall } from '../rounds/calls.js';
import { readableRounds } from '../rounds/policy.js';
import { AdvanceApplication, assertOpen } from './advance-application.js';
import type { ApplicationEntity } from './application.entity.js';
import { insertDraft } from './insert-draft.js';
import { isWriter, may, townsOf } from './policy.js';
import { storedApplication } from './stored-application.js';

/** Writing an 応募 until it is handed in, and taking it back. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly forms: FormQueries,
    private readonly advance: AdvanceApplication,
  ) {}

  begin(actor: Actor, { roundId, kind, municipalityCode }: NewApplication): Promise<string> {
    const code = kind === 'town' ? townFor(actor, municipalityCode) : null;
    if (kind === 'officer') authorize(hasRole(actor, 'officer'));
    return this.db.transaction(async (tx) => {
      const [round]: { state: string }[] = await tx.query(
        `SELECT r.state FROM rounds r WHERE r.id = $1 AND ${readableRounds(actor)}`,
        [roundId],
      );
      const { state } = found(round);
      const call = await heldCall(tx, roundId, kind);
      const now = this.clock.now();
      assertOpen(state === 'open' ? callStanding(now, call) : state === 'preparing' ? 'ahead' : 'ended');
      const id = await insertDraft(tx, {
        ...{ roundId, kind, code, by: personId(actor), at: now },
        sheet: await this.known(tx, actor, kind),
      });
      if (!id) {
        throw new DomainError(
          'conflict',
          'application.exists',
          'この募集への応募は、既に作られています。応募の一覧から開いてください。',
        );
      }
      await record(tx, { type: 'application.create', subjectId: id, actor, data: { roundId, kind } });
      return id;
    });
  }

  /** Whoever comes later sees both contents and chooses: nobody silently wins. The same content again is no change. */
  save(actor: Actor, id: string, { version, karte }: SaveApplication) {
    return this.db.transaction(async (tx) => {
      const { application, roundState, call } = await this.advance.lock(tx, actor, id);
      authorize(isWriter(actor, application));
      if (!may(actor, 'edit', { ...application, roundState, call })) throw notEditable(application, call);
      const stored = await storedApplication(tx, application);
      if (isDeepStrictEqual(stored.karte, karte)) return { version: stored.version, savedAt: stored.savedAt };
      sameVersion(stored.version, version, stored);
      const { formVersion } = await heldCall(tx, application.roundId, application.kind);
      const faults = checkDraft(await this.forms.get(formVersion, tx, FORM_OF[application.kind]), karte);
      if (Object.keys(faults).length > 0) throw invalid(faults);
      const now = this.clock.now();
      await tx.query(
        'UPDATE applications SET sheet = $2, version = version + 1, updated_at = $3, updated_by = $4 WHERE id = $1',
        [id, JSON.stringify(karte), now, personId(actor)],
      );
      if (application.version === 1 || application.updatedBy !== actor.id)
        await record(tx, { type: 'application.edit', subjectId: id, actor, data: { version: version + 1 } });
      return { version: version + 1, savedAt: now.toISOString() };
    });
  }

  async requestReview(actor: Actor, id: string): Promise<void> {
    await this.db.transaction((tx) => this.advance.step(tx, actor, id, 'requestReview'));
  }

  /** At each step until the end of the round; whoever was chosen leaves a place free. */
  async withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.advance.step(tx, actor, id, 'withdraw', { reason, change: { place: null } });
      await tx.query(
        'UPDATE consents SET ended_at = $2 WHERE application_id = $1 AND ended_at IS NULL AND answered_at IS NULL',
        [...[id, this.clock.now()]],
      );
    });
  }

  /** What is known of the person already. */
  private async known(tx: EntityManager, actor: Actor, kind: NewApplication['kind']): Promise<Karte> {
    if (kind === 'officer') return {};
    const [{ email }]: [{ email: string }] = await tx.query('SELECT email FROM people WHERE id = $1', [actor.id]);
    return { contactName: actor.name, email };
  }
}

function townFor(actor: Actor, code: string | undefined): string {
  const own = townsOf(actor);
  authorize(own.length > 0);
  const chosen = code ?? (own.length === 1 ? own[0] : undefined);
  if (!chosen) throw invalid({ municipalityCode: '応募する団体を選んでください。' });
  authorize(own.includes(chosen));
  return chosen;
}

function notEditable({ state }: ApplicationEntity, call: 'ahead' | 'open' | 'ended'): DomainError {
  if (state === 'draft' && call !== 'open')
    return new DomainError('conflict', 'application.closed', '募集は締め切りました。下書きは編集できません。');
  return new DomainError(
    'conflict',
    'application.submitted',
    '提出した応募は編集できません。内容を改めるときは、事務局に連絡してください。',
  );
}
