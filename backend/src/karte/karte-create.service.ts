import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import { may } from '../consultations/policy.js';
import type { FormDefinition, Karte } from '../contract/forms.js';
import type { NewConsultation } from '../contract/karte.js';
import { record } from '../events/record.js';
import { checkDraft } from '../forms/draft-check.js';
import { FormQueries } from '../forms/form.queries.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, found, invalid } from '../platform/errors.js';
import { titleOf } from './karte.service.js';
import { townFor } from './karte-policy.js';
import { fromKarte, fromPractice, prefilled } from './karte-start.js';

/** A new カルテ: blank, from a good practice, or from another カルテ of the town. */
@Injectable()
export class KarteCreateService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly advance: Advance,
    private readonly forms: FormQueries,
  ) {}

  create(actor: Actor, input: NewConsultation): Promise<string> {
    return this.db.transaction(async (tx) => {
      const source = input.cloneOf ? await this.source(tx, actor, input.cloneOf) : null;
      const code = townFor(actor, source ? { ...input, municipalityCode: source.municipalityCode } : input);
      await this.assertRegistered(tx, code);
      const form = await this.forms.current(tx);
      const start = source ? fromKarte(form, source.karte) : await this.practice(tx, form, input.practiceId);
      const person = input.proxyChannel ? {} : await this.person(tx, form, actor, code);
      const karte: Karte = { ...start, ...person, ...input.karte };
      const faults = checkDraft(form, karte);
      if (Object.keys(faults).length > 0) throw invalid(faults);

      const id = await this.insert(tx, actor, { ...input, municipalityCode: code }, form.version, karte);
      const data = { practiceId: input.practiceId, cloneOf: input.cloneOf, proxyChannel: input.proxyChannel };
      await record(tx, {
        type: 'consultation.create',
        consultationId: id,
        subjectId: id,
        actor,
        audience: 'town',
        data,
      });
      return id;
    });
  }

  private async source(tx: EntityManager, actor: Actor, id: string) {
    const source = await this.advance.lock(tx, actor, id);
    authorize(may(actor, 'clone', source));
    return source;
  }

  /** R1: only a registered 地方公共団体 consults. */
  private async assertRegistered(tx: EntityManager, code: string): Promise<void> {
    const rows = await tx.query('SELECT 1 FROM municipalities WHERE code = $1 AND coalesce(valid_to >= $2, true)', [
      code,
      this.calendar.today(),
    ]);
    if (rows.length === 0) throw invalid({ municipalityCode: 'この団体は登録されていません。選び直してください。' });
  }

  private async practice(tx: EntityManager, form: FormDefinition, id: string | undefined): Promise<Karte> {
    if (!id) return {};
    const [practice] = await tx.query(
      'SELECT elements, fields, pillar_code AS pillar FROM good_practices WHERE id = $1',
      [id],
    );
    return fromPractice(form, found(practice));
  }

  private async person(tx: EntityManager, form: FormDefinition, actor: Actor, code: string): Promise<Karte> {
    const [person] = await tx.query(
      `SELECT p.name, p.kana, p.email, coalesce((
         SELECT c.karte FROM consultations c WHERE c.municipality_code = $2 AND c.created_by = p.id AND c.team_id IS NULL
         ORDER BY c.created_at DESC, c.id LIMIT 1), '{}') AS last
       FROM people p WHERE p.id = $1`,
      [personId(actor), code],
    );
    return prefilled(form, person, person.last);
  }

  private async insert(
    tx: EntityManager,
    actor: Actor,
    { municipalityCode, practiceId, cloneOf, proxyChannel }: NewConsultation,
    formVersion: number,
    karte: Karte,
  ): Promise<string> {
    const [{ id }]: [{ id: string }] = await tx.query(
      `INSERT INTO consultations (municipality_code, state, state_since, form_version, karte, title, practice_id, cloned_from,
                                  proxy_channel, created_by, updated_by, created_at, updated_at)
       VALUES ($1, 'draft', $2, $3, $4, $5, $6, $7, $8, $9, $9, $2, $2) RETURNING id`,
      [
        municipalityCode,
        this.clock.now(),
        formVersion,
        JSON.stringify(karte),
        titleOf(karte),
        practiceId ?? null,
        cloneOf ?? null,
        proxyChannel ?? null,
        personId(actor),
      ],
    );
    if (cloneOf) {
      await tx.query(
        `INSERT INTO consultation_members SELECT $1, m.municipality_code FROM consultation_members m WHERE m.consultation_id = $2`,
        [id, cloneOf],
      );
    }
    return id;
  }
}
