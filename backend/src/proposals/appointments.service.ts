import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type {
  AppointmentAction,
  AppointmentLetter,
  LetterFilter,
  PublishAppointment,
} from '../contract/appointments.js';
import { tokyoDay } from '../contract/calendar.js';
import type { ApproveProposal } from '../contract/proposals.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import type { Team } from '../matching/problem.js';
import { authorize, DomainError, found, sameVersion } from '../platform/errors.js';
import { settingsOf } from '../replies/reply-settings.js';
import { AdvanceRound } from '../rounds/advance-round.js';
import { formTeams } from '../teams/form-teams.js';
import { allowedAppointmentActions, type StoredAppointment, standingAppointment } from './appointment.queries.js';
import { lettersPdf } from './letter-pdf.js';
import { firstLetter, lettersOf } from './letter-text.js';
import { readableProposals } from './policy.js';
import { brokenIn } from './present.js';
import { ProposalsService } from './proposals.service.js';
import { sameTeams, teamsNow } from './repair-basis.js';
import { draftOf, type StoredProposal, versionOf } from './stored-proposal.js';

/** 任命: one 編成案 becomes the teams of the round, with letters and a public list. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly rounds: AdvanceRound,
    private readonly proposals: ProposalsService,
  ) {}

  approve(actor: Actor, id: string, { version, reason }: ApproveProposal): Promise<void> {
    return this.db.transaction(async (tx) => {
      const one = await this.proposals.held(tx, actor, id, 'approve');
      const now = found(await versionOf(tx, id, one.version));
      sameVersion(one.version, version, { version: now.version, what: now.what, reason: now.reason, by: now.by });
      const broken = brokenIn(draftOf(one, now));
      if (broken.length > 0) {
        throw new DomainError(
          'conflict',
          'proposal.breaks_rules',
          `規則に反しているところが${broken.length}件あります。編成を直すか規則を外してから、確定してください。`,
        );
      }
      await assertAllStand(tx, now.teams);
      await assertTeamsStand(tx, one);
      const at = this.clock.now();
      const { sender } = await settingsOf(tx);
      await tx.query('UPDATE appointments SET ended_at = $2 WHERE round_id = $1 AND ended_at IS NULL', [
        one.roundId,
        at,
      ]);
      await tx.query(
        `INSERT INTO appointments (round_id, proposal_id, version, reason, approved_by, approved_at, letter)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [...[one.roundId, id, version, reason, personId(actor), at], JSON.stringify(firstLetter(sender, tokyoDay(at)))],
      );
      await formTeams(tx, { roundId: one.roundId, teams: now.teams, at });
      if (one.roundState === 'matching') await this.rounds.step(tx, actor, one.roundId, 'appoint', { reason });
      await record(tx, { type: 'proposal.approve', subjectId: id, actor, reason, data: { version } });
    });
  }

  editLetter(actor: Actor, roundId: string, letter: AppointmentLetter): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { id } = await this.held(tx, actor, roundId, 'editLetter');
      await tx.query('UPDATE appointments SET letter = $2 WHERE id = $1', [id, JSON.stringify(letter)]);
      await record(tx, { type: 'appointment.editLetter', subjectId: id, actor });
    });
  }

  publish(actor: Actor, roundId: string, { withNames }: PublishAppointment): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { id } = await this.held(tx, actor, roundId, 'publish');
      await tx.query('UPDATE appointments SET with_names = $2, published_at = $3, published_by = $4 WHERE id = $1', [
        ...[id, withNames, this.clock.now(), personId(actor)],
      ]);
      await record(tx, { type: 'appointment.publish', subjectId: id, actor, data: { withNames } });
    });
  }

  /** All letters in one file, or that of one officer. */
  async letters(actor: Actor, roundId: string, { officer }: LetterFilter): Promise<Buffer> {
    const one = await standingAppointment(this.db, roundId, readableProposals(actor));
    const letters = lettersOf(one, officer);
    found(letters[0]);
    return lettersPdf(letters);
  }

  private async held(
    tx: EntityManager,
    actor: Actor,
    roundId: string,
    action: AppointmentAction,
  ): Promise<StoredAppointment> {
    await this.rounds.lock(tx, actor, roundId);
    const one = await standingAppointment(tx, roundId, readableProposals(actor));
    if (one.publishedAt) {
      throw new DomainError('conflict', 'appointment.published', '公表済みのため、変更できません。');
    }
    authorize(allowedAppointmentActions(actor, one).includes(action));
    return one;
  }
}

/** Between the search and the 任命 somebody may have left. @throws DomainError conflict */
async function assertAllStand(tx: EntityManager, teams: Team[]): Promise<void> {
  const ids = teams.flatMap(({ municipality, officers }) => [municipality, ...officers]);
  const [{ standing }]: [{ standing: number }] = await tx.query(
    `SELECT count(*)::int AS standing FROM applications a WHERE a.id = ANY ($1::uuid[])
       AND (a.kind = 'town' AND a.state = 'chosen' OR a.kind = 'officer' AND a.state = 'submitted'
         AND EXISTS (SELECT 1 FROM consents c WHERE c.application_id = a.id AND c.ended_at IS NULL AND c.agreed))`,
    [ids],
  );
  if (standing < ids.length) {
    throw new DomainError(
      'conflict',
      'proposal.somebody_left',
      '辞退した団体、辞退した支援官又は所属長の同意を失った支援官がいます。再編成してから確定してください。',
    );
  }
}

/** Between the search and the 任命 a member may have left or joined by hand, who would come back or go. @throws DomainError conflict */
async function assertTeamsStand(
  tx: EntityManager,
  { roundId, roundState, repair, problem }: StoredProposal,
): Promise<void> {
  if (roundState === 'matching' || !repair) return;
  const among = new Set([...problem.municipalities, ...problem.officers].map(({ id }) => id));
  const standing = (await teamsNow(tx, roundId))
    .filter(({ municipality }) => among.has(municipality))
    .map((team) => ({ ...team, officers: team.officers.filter((officer) => among.has(officer)) }));
  if (
    sameTeams(
      standing,
      repair.before.filter(({ municipality }) => standing.some((team) => team.municipality === municipality)),
    )
  )
    return;
  throw new DomainError(
    'conflict',
    'proposal.teams_changed',
    '再編成を計算した後に、支援チームの構成員が変わっています。もう一度、辞退後の再編成を計算してから確定してください。',
  );
}
