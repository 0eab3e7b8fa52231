import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { type Course, explain } from '../calendar/explain.js';
import type { Explanation, ExplanationLine, Explanations } from '../contract/deadlines.js';
import type { Actor } from '../identity/actor.js';
import { binder } from '../platform/sql/bind.js';
import { readableInquiries } from './policy.js';
import { readCase } from './read-case.js';

interface Row extends Pick<Explanation, 'clock' | 'kind' | 'inquiryId' | 'ministry' | 'ended'> {
  startedAt: Date;
  turns: Course['turns'];
  ruleId: number;
  version: number;
}

/** 期限の根拠: why the dates of a case are what they are, for those who read the dates. */
@Injectable()
export class ExplanationQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  /** Of the reply, of the present state, and of the inquiries the actor may read, each by what was known when it was set. */
  async ofCase(actor: Actor, consultationId: string): Promise<Explanations> {
    await readCase(this.db.manager, actor, consultationId);
    const { bind, values } = binder();
    const rows: Row[] = await this.db.query(
      `SELECT d.clock, d.kind, d.inquiry_id AS "inquiryId", mi.name AS ministry, d.ended_at IS NOT NULL AS ended,
         d.started_at AS "startedAt", d.turns, d.rule_id AS "ruleId", d.almanac_version AS version
       FROM deadlines d LEFT JOIN inquiries i ON i.id = d.inquiry_id LEFT JOIN ministries mi ON mi.id = i.ministry_id
       WHERE d.consultation_id = ${bind(consultationId)} AND CASE d.clock
         WHEN 'inquiry' THEN ${readableInquiries(actor, bind)}
         WHEN 'reply' THEN NOT EXISTS (SELECT 1 FROM deadlines later WHERE later.consultation_id = d.consultation_id
           AND later.clock = 'reply' AND (later.started_at, later.id) > (d.started_at, d.id))
         ELSE d.ended_at IS NULL END
       ORDER BY array_position(ARRAY['reply', 'state', 'inquiry'], d.clock), d.due_on, d.id`,
      values,
    );
    await this.calendar.upTo(Math.max(0, ...rows.map(({ version }) => version)), this.db.manager);
    const names = await this.names(rows);
    const items = rows.map((row) => this.present(row, names));
    return { items, total: items.length };
  }

  private present({ startedAt, turns, ruleId, version, ...told }: Row, names: ReadonlyMap<string, string>) {
    const { almanac } = this.calendar;
    const rule = almanac.ruleWithId(ruleId);
    const course = { startedAt: startedAt.toISOString(), turns };
    const { dueOn, lines } = explain(course, rule, almanac.holidays(rule.calendar, version));
    const named = (line: ExplanationLine): ExplanationLine =>
      line.kind === 'set' ? { ...line, by: names.get(line.by ?? '') ?? null } : line;
    return {
      ...told,
      calendar: rule.calendar,
      dueOn,
      provisional: this.calendar.isProvisional(dueOn),
      lines: lines.map(named),
    };
  }

  private async names(rows: readonly Row[]): Promise<Map<string, string>> {
    const ids = rows.flatMap(({ turns }) => turns.flatMap((turn) => (turn.type === 'set' && turn.by ? [turn.by] : [])));
    const people: { id: string; name: string }[] = await this.db.query(
      'SELECT id, name FROM people WHERE id = ANY($1::uuid[])',
      [ids],
    );
    return new Map(people.map(({ id, name }) => [id, name]));
  }
}
