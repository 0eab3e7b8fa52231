import type { DataSource } from 'typeorm';
import { Calendar } from '../src/calendar/calendar.js';
import { Clock } from '../src/calendar/clock.js';
import { Advance } from '../src/consultations/advance.js';
import { FormQueries } from '../src/forms/form.queries.js';
import { AdditionsService } from '../src/karte/additions.service.js';
import { AttachmentsService } from '../src/karte/attachments.service.js';
import { KarteQueries } from '../src/karte/karte.queries.js';
import { KarteService } from '../src/karte/karte.service.js';
import { KarteCreateService } from '../src/karte/karte-create.service.js';
import { SubmitService } from '../src/karte/submit.service.js';

/** The services of the カルテ on a database with reference data. */
export async function karteScene(db: DataSource) {
  const clock = new Clock();
  const calendar = await new Calendar(db, clock).reload();
  const advance = new Advance(clock, calendar);
  const forms = new FormQueries(db, calendar);
  return {
    calendar,
    advance,
    creation: new KarteCreateService(db, clock, calendar, advance, forms),
    kartes: new KarteService(db, clock, advance, forms),
    queries: new KarteQueries(db, forms),
    submissions: new SubmitService(db, clock, advance, forms),
    additions: new AdditionsService(db, clock, advance, forms),
    attachments: new AttachmentsService(db, clock, advance),
  };
}
export type KarteScene = Awaited<ReturnType<typeof karteScene>>;
