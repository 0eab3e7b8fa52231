import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { nextNumber, supportNumber } from '../consultations/number-series.js';
import type { AskedSupport, AskSupport, SupportFind } from '../contract/back-office.js';
import { fiscalYear, tokyoDay } from '../contract/calendar.js';
import { ofReply, startDeadline } from '../deadlines/deadlines.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, invalid } from '../platform/errors.js';
import { fold } from '../platform/fold.js';
import { mayTeam } from '../teams/policy.js';
import { assertSameEntry } from '../teams/same-entry.js';
import { type StoredTeam, teamOf } from '../teams/stored-team.js';

/** A team asks for 後方支援, or finds what it needs before it asks. */
@Injectable()
export class AskSupportService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
  ) {}

  /** The same form sent twice makes one request. */
  ask(actor: Actor, teamId: string, input: AskSupport): Promise<AskedSupport> {
    return this.db.transaction(async (tx) => {
      const team = await this.lock(tx, actor, teamId);
      // Of two teams that send the same id at once, the second one waits here and finds it.
      await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [input.id]);
      const sent = await this.sentBefore(tx, actor, teamId, input);
      if (sent) {
        assertSameEntry(sent.same);
        return { id: input.id, number: sent.number };
      }
      await this.check(tx, input);
      const number = await this.keep(tx, actor, team, input);
      await record(tx, {
        type: 'support.ask',
        subjectId: input.id,
        consultationId: input.id,
        actor,
        audience: 'inward',
        data: { to: 'submitted', teamId, kind: input.kind },
      });
      return { id: input.id, number };
    });
  }

  /** これで解決した: counts as use, once a day for the same thing. */
  find(actor: Actor, teamId: string, { kind, found, ref }: SupportFind): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.lock(tx, actor, teamId);
      await this.checkKind(tx, kind);
      const rows: unknown[] = await tx.query(
        `INSERT INTO support_finds (team_id, person_id, kind, found, ref, day) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING RETURNING 1`,
        [teamId, personId(actor), kind, found, ref, this.calendar.today()],
      );
      if (rows.length === 0) return;
      await record(tx, { type: 'support.find', subjectId: teamId, actor, data: { kind, found, ref } });
    });
  }

  private async sentBefore(tx: EntityManager, actor: Actor, teamId: string, { id, ...sent }: AskSupport) {
    const [known]: { number: string; same: boolean }[] = await tx.query(
      `SELECT c.number, s.team_id = $2 AND c.created_by = $3 AND (c.title, s.kind, s.background, s.shared) = ($4, $5, $6, $7)
         AND s.wished_on IS NOT DISTINCT FROM $8::date AND starts_with(s.search_text, $9) AS same
       FROM consultations c LEFT JOIN support_requests s ON s.id = c.id WHERE c.id = $1`,
      [
        id,
        teamId,
        personId(actor),
        sent.title,
        sent.kind,
        sent.background,
        sent.shared,
        sent.wishedOn,
        searchText(sent),
      ],
    );
    return known;
  }

  private async lock(tx: EntityManager, actor: Actor, teamId: string): Promise<StoredTeam> {
    const team = await teamOf(tx, actor, teamId, 'FOR UPDATE OF t');
    authorize(mayTeam(actor, 'askSupport', team));
    return team;
  }

  private async check(tx: EntityManager, { kind, wishedOn }: AskSupport): Promise<void> {
    await this.checkKind(tx, kind);
    if (wishedOn && wishedOn < this.calendar.today()) {
      throw invalid({ wishedOn: '希望する時期は、今日以降の日にしてください' });
    }
  }

  private async checkKind(tx: EntityManager, kind: string): Promise<void> {
    const known: unknown[] = await tx.query('SELECT 1 FROM support_kinds WHERE code = $1', [kind]);
    if (known.length === 0) throw invalid({ kind: 'この区分は一覧にありません。選び直してください' });
  }

  private async keep(tx: EntityManager, actor: Actor, team: StoredTeam, input: AskSupport): Promise<string> {
    const { id, title, background, questions } = input;
    const now = this.clock.now();
    const year = fiscalYear(tokyoDay(now));
    const serial = await nextNumber(tx, 'support', year);
    const number = supportNumber(year, serial);
    await tx.query(
      `INSERT INTO consultations (id, team_id, municipality_code, state, state_since, fiscal_year, serial, number, karte, title,
         submitted_at, created_by, updated_by, created_at, updated_at)
       VALUES ($1, $2, $3, 'submitted', $4, $5, $6, $7, '{}', $8, $4, $9, $9, $4, $4)`,
      [id, team.id, team.municipalityCode, now, year, serial, number, title, personId(actor)],
    );
    const { dueOn } = await startDeadline(tx, this.calendar, ofReply(id), { kind: 'support', at: now });
    await tx.query('UPDATE consultations SET reply_due_on = $2 WHERE id = $1', [id, dueOn]);
    await tx.query(
      `INSERT INTO support_requests (id, team_id, kind, background, wished_on, shared, search_text)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, team.id, input.kind, background, input.wishedOn, input.shared, searchText(input)],
    );
    await tx.query(
      `INSERT INTO question_rows (consultation_id, position, text)
       SELECT $1, position, text FROM unnest($2::text[]) WITH ORDINALITY AS asked (text, position)`,
      [id, questions],
    );
    return number;
  }
}

const searchText = ({ title, background, questions }: Pick<AskSupport, 'title' | 'background' | 'questions'>): string =>
  fold([title, background, ...questions].join('\n'));
