import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { nextNumber } from '../consultations/number-series.js';
import type { SubmittedApplication } from '../contract/applications.js';
import { FormQueries } from '../forms/form.queries.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, found, invalid, sameVersion } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { callStanding } from '../rounds/call-standing.js';
import { FORM_OF, heldCall } from '../rounds/calls.js';
import { AdvanceApplication, assertOpen } from './advance-application.js';
import { ApplicationEntity } from './application.entity.js';
import { applicationNumber } from './application-number.js';
import { Consents } from './consents.js';
import { keepPlaces, writtenPlaces } from './places.js';
import { isWriter, readableApplications } from './policy.js';
import { checkApplication } from './sheet-check.js';
import { storedApplication } from './stored-application.js';

type Facts = { fiscalYear: number; populationLimit: number; email: string };

/** An 応募 on its way in: checked, in time, with a number. */
@Injectable()
export class SubmitApplicationService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly forms: FormQueries,
    private readonly advance: AdvanceApplication,
    private readonly consents: Consents,
  ) {}

  submit(actor: Actor, id: string, version: number): Promise<SubmittedApplication> {
    return this.db.transaction(async (tx) => {
      const { number, submittedAt } = await this.advance.step(tx, actor, id, 'submit', {
        change: (application) => this.accepted(tx, actor, application, version),
      });
      return { number: found(number), submittedAt: found(submittedAt).toISOString() };
    });
  }

  /** What stands between this 応募 and its submission. Input key → message. */
  async check(actor: Actor, id: string): Promise<Record<string, string>> {
    const { bind, values } = binder();
    const rows: unknown[] = await this.db.query(
      `SELECT 1 FROM applications a WHERE a.id = ${bind(id)} AND ${readableApplications(actor, bind)}`,
      values,
    );
    found(rows[0]);
    const application = found(await this.db.manager.findOneBy(ApplicationEntity, { id }));
    authorize(isWriter(actor, application));
    return (await this.checked(this.db.manager, actor, application)).faults;
  }

  private async accepted(tx: EntityManager, actor: Actor, application: ApplicationEntity, version: number) {
    const call = await heldCall(tx, application.roundId, application.kind);
    assertOpen(callStanding(this.clock.now(), call));
    sameVersion(application.version, version, await storedApplication(tx, application));
    const { faults, places, facts } = await this.checked(tx, actor, application);
    if (Object.keys(faults).length > 0) throw invalid(faults);
    await keepPlaces(tx, application.id, places);
    const { sheet, kind } = application;
    if (kind === 'officer')
      await this.consents.ask(tx, actor, application.id, {
        superior: String(sheet.superior),
        address: String(sheet.superiorEmail).toLowerCase(),
      });
    const serial = await nextNumber(tx, `application-${kind}`, facts.fiscalYear);
    // Whoever waited for the number is asked for the time now: what is accepted was in time, and numbers follow time.
    const submittedAt = this.clock.now();
    assertOpen(callStanding(submittedAt, call));
    return {
      ...{ serial, submittedAt, submittedBy: personId(actor) },
      number: applicationNumber(facts.fiscalYear, kind, serial),
      ministryId: kind === 'officer' ? String(sheet.ministry) : null,
    };
  }

  private async checked(
    tx: EntityManager,
    actor: Actor,
    { roundId, kind, sheet, municipalityCode }: ApplicationEntity,
  ) {
    const [facts]: Facts[] = await tx.query(
      `SELECT r.fiscal_year AS "fiscalYear", r.population_limit AS "populationLimit", p.email
       FROM rounds r CROSS JOIN people p WHERE r.id = $1 AND p.id = $2`,
      [roundId, personId(actor)],
    );
    const { populationLimit, email, fiscalYear } = found(facts);
    const { formVersion } = await heldCall(tx, roundId, kind);
    const form = await this.forms.get(formVersion, tx, FORM_OF[kind]);
    const places = await writtenPlaces(tx, sheet);
    const about = { kind, populationLimit, places, municipalityCode, email, today: this.calendar.today() };
    const faults = checkApplication(form, sheet, await this.forms.choices([], tx), about);
    return { faults, places, facts: { populationLimit, email, fiscalYear } };
  }
}
