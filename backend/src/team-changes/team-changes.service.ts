import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { JoinTeam, LeaveTeam } from '../contract/team-changes.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { authorize, DomainError, found, invalid } from '../platform/errors.js';
import { mayTeam } from '../teams/policy.js';
import { type StoredTeam, teamOf } from '../teams/stored-team.js';
import { candidatesOf } from './candidates.js';

/** Members who change in the middle of the year, with their hand-over. */
@Injectable()
export class TeamChangesService {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  /** From this day on the person reads the team no more; what was promised goes to the successor. */
  leave(actor: Actor, memberId: string, { leftOn, reason, handOver, successor }: LeaveTeam): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { team, member } = await this.lock(tx, actor, memberId);
      this.requireDay(leftOn, member.joinedOn);
      const stay = team.people.filter((one) => one !== member.personId);
      if (stay.length === 0) {
        throw new DomainError('conflict', 'team.last_member', '支援官がいなくなります。先に後任を加えてください。');
      }
      await handOverPromises(tx, team.id, member.personId, successor, stay);
      await tx.query('UPDATE team_members SET left_on = $2, leaving_reason = $3, hand_over = $4 WHERE id = $1', [
        ...[memberId, leftOn, reason, handOver],
      ]);
      const data = { itemId: memberId, leftOn, successor };
      await record(tx, { type: 'teamMember.leave', subjectId: team.id, actor, reason, data });
      await record(tx, { type: 'teamMember.farewell', subjectId: memberId, actor, data: { itemId: team.id } });
    });
  }

  join(actor: Actor, teamId: string, { applicationId, sameMinistry }: JoinTeam): Promise<void> {
    return this.db.transaction(async (tx) => {
      const team = await teamOf(tx, actor, teamId, 'FOR UPDATE OF t');
      authorize(mayTeam(actor, 'changeMembers', team));
      // Two teams of a round do not take the same officer at once.
      await tx.query('SELECT 1 FROM applications WHERE id = $1 FOR UPDATE', [applicationId]);
      const candidate = (await candidatesOf(tx, team)).find((one) => one.applicationId === applicationId);
      if (!candidate) {
        throw invalid({ applicationId: 'この支援官は、今は加われません。一覧を読み込み直して、選び直してください' });
      }
      if (candidate.sameMinistry && !sameMinistry) {
        throw invalid({
          sameMinistry: '同じ府省庁の支援官がチームにいます。それでよい場合は、確認の欄を選んでください',
        });
      }
      const [{ id }]: [{ id: string }] = await tx.query(
        `INSERT INTO team_members (team_id, application_id, person_id, joined_on)
         SELECT $1, a.id, a.created_by, $3 FROM applications a WHERE a.id = $2 RETURNING id`,
        [teamId, applicationId, this.calendar.today()],
      );
      await record(tx, { type: 'teamMember.join', subjectId: teamId, actor, data: { itemId: id } });
    });
  }

  private async lock(tx: EntityManager, actor: Actor, memberId: string): Promise<{ team: StoredTeam; member: Member }> {
    const [before]: Member[] = await tx.query(MEMBER, [memberId]);
    const team = await teamOf(tx, actor, found(before).teamId, 'FOR UPDATE OF t');
    authorize(mayTeam(actor, 'changeMembers', team));
    const [member]: [Member] = await tx.query(MEMBER, [memberId]);
    if (member.leftOn) {
      throw new DomainError('conflict', 'team.left', 'この支援官は、すでにチームを離れています。');
    }
    return { team, member };
  }

  private requireDay(leftOn: string, joinedOn: string): void {
    if (leftOn > this.calendar.today()) {
      throw invalid({ leftOn: 'チームを離れる日は、今日以前にしてください。先の日は、その日に記録してください' });
    }
    if (leftOn < joinedOn) throw invalid({ leftOn: 'チームを離れる日は、加わった日以後にしてください' });
  }
}

interface Member {
  teamId: string;
  personId: string;
  joinedOn: string;
  leftOn: string | null;
}

const MEMBER = `SELECT team_id AS "teamId", person_id AS "personId", joined_on::text AS "joinedOn", left_on::text AS "leftOn"
  FROM team_members WHERE id = $1`;

/** @throws DomainError invalid, when there is something to take over and nobody of the team is named */
async function handOverPromises(
  tx: EntityManager,
  teamId: string,
  from: string,
  successor: string,
  stay: readonly string[],
): Promise<void> {
  const [{ open }]: [{ open: number }] = await tx.query(
    'SELECT count(*)::int AS open FROM promises WHERE team_id = $1 AND owner_id = $2 AND done_at IS NULL',
    [teamId, from],
  );
  if (open === 0) return;
  if (successor !== 'town' && !stay.includes(successor)) {
    throw invalid({ successor: `済んでいない約束が${open}件あります。引き継ぐ人を選んでください` });
  }
  await tx.query(
    `UPDATE promises SET owner_kind = $3, owner_id = $4 WHERE team_id = $1 AND owner_id = $2 AND done_at IS NULL`,
    [teamId, from, ...(successor === 'town' ? ['town', null] : ['team', successor])],
  );
}
