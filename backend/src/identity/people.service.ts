import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import {
  type Grant,
  type InvitePerson,
  ROLE_MAY_STAND_ALONE,
  ROLE_SCOPE,
  type UpdatePerson,
} from '../contract/identity.js';
import { record } from '../events/record.js';
import { authorize, DomainError, found, invalid, sameVersion } from '../platform/errors.js';
import { type Actor, hasRole } from './actor.js';
import { GrantEntity } from './grant.entity.js';
import { LinksService } from './links.service.js';
import { mustFitRoles, mustHoldNothing, openItemsOf } from './open-items.js';
import { PersonEntity } from './person.entity.js';

/** People and their roles, kept by the administrators. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly links: LinksService,
  ) {}

  async invite(actor: Actor, input: InvitePerson): Promise<string> {
    authorize(hasRole(actor, 'admin'));
    return this.db.transaction(async (tx) => {
      const [created]: { id: string }[] = await tx.query(
        'INSERT INTO people (email, name, kana) VALUES ($1, $2, $3) ON CONFLICT (email) DO NOTHING RETURNING id',
        [input.email, input.name, input.kana],
      );
      if (!created)
        throw invalid({
          email: 'このメールアドレスは登録済みです。登録済みの人を編集してください。',
        });
      await this.setGrants(tx, created.id, input.grants);
      await this.links.issue(tx, created.id, 'invitation', actor);
      return created.id;
    });
  }

  async inviteAgain(actor: Actor, id: string): Promise<void> {
    authorize(hasRole(actor, 'admin'));
    await this.db.transaction(async (tx) => {
      const person = found(await tx.findOne(PersonEntity, { where: { id }, lock: { mode: 'pessimistic_write' } }));
      if (person.passwordHash) throw new DomainError('conflict', 'person.active', 'この人はすでに利用を始めています。');
      await this.links.issue(tx, id, 'invitation', actor);
    });
  }

  /** A change of roles or a suspension ends every session of the person at once. Neither leaves open items behind. */
  async update(actor: Actor, id: string, input: UpdatePerson): Promise<void> {
    authorize(hasRole(actor, 'admin'));
    await this.db.transaction(async (tx) => {
      const person = found(
        await tx.findOne(PersonEntity, {
          where: { id },
          lock: { mode: 'pessimistic_write' },
        }),
      );
      sameVersion(person.version, input.version, {
        name: person.name,
        kana: person.kana,
      });
      const today = this.calendar.today();
      if (input.disabled && !person.disabledAt) await mustHoldNothing(tx, id, today);
      const held = await openItemsOf(tx, id, today);
      const before = await tx.findBy(GrantEntity, { personId: id });
      await tx.update(PersonEntity, id, {
        name: input.name,
        kana: input.kana,
        disabledAt: input.disabled ? (person.disabledAt ?? this.clock.now()) : null,
        version: person.version + 1,
      });
      await tx.delete(GrantEntity, { personId: id });
      await this.setGrants(tx, id, input.grants);
      if (!input.disabled) await mustFitRoles(tx, id, held);
      await tx.query('DELETE FROM sessions WHERE person_id = $1 AND person_id <> $2', [id, actor.id]);
      await record(tx, {
        type: 'person.update',
        subjectId: id,
        actor,
        data: {
          disabled: input.disabled,
          before: before.map(scopeOf),
          after: input.grants.map(scopeOf),
        },
      });
    });
  }

  private async setGrants(tx: EntityManager, personId: string, grants: readonly Grant[]): Promise<void> {
    for (const [index, grant] of grants.entries()) await this.checkScope(tx, grant, index);
    const unique = new Map(grants.map((grant) => [scopeOf(grant), grant]));
    await tx.insert(
      GrantEntity,
      [...unique.values()].map((grant) => ({ ...grant, personId })),
    );
  }

  private async checkScope(tx: EntityManager, grant: Grant, index: number): Promise<void> {
    const scope = ROLE_SCOPE[grant.role];
    const mayLack = !grant.municipalityCode && ROLE_MAY_STAND_ALONE.includes(grant.role);
    if (!mayLack && Boolean(grant.municipalityCode) !== (scope === 'municipality')) {
      throw invalid({
        [`grants.${index}.municipalityCode`]: '市町村・都道府県に属する役割にだけ、団体コードを入力してください',
      });
    }
    if (Boolean(grant.ministryId) !== (scope === 'ministry')) {
      throw invalid({
        [`grants.${index}.ministryId`]: '府省庁の役割にだけ、府省庁を選んでください',
      });
    }
    const [known] = await tx.query(
      `SELECT ($1::text IS NULL OR EXISTS (SELECT 1 FROM municipalities WHERE code = $1)) AS municipality,
              ($2::text IS NULL OR EXISTS (SELECT 1 FROM ministries WHERE id = $2)) AS ministry,
              ($3::text IS NULL OR EXISTS (SELECT 1 FROM divisions WHERE id = $3 AND ministry_id = $2)) AS division`,
      [grant.municipalityCode, grant.ministryId, grant.divisionId],
    );
    if (!known.municipality)
      throw invalid({
        [`grants.${index}.municipalityCode`]: 'この団体コードはありません。6桁で入力してください',
      });
    if (!known.ministry)
      throw invalid({
        [`grants.${index}.ministryId`]: 'この府省庁はありません。一覧から選んでください',
      });
    if (!known.division)
      throw invalid({
        [`grants.${index}.divisionId`]: 'この課室は選んだ府省庁にありません。選び直してください',
      });
  }
}

const scopeOf = ({ role, municipalityCode, ministryId, divisionId }: Grant): string =>
  [role, municipalityCode, ministryId, divisionId].filter(Boolean).join(':');
