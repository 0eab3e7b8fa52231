import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { StandingIn } from '../contract/absences.js';
import { COUNTED_UP_TO } from '../contract/consultations.js';
import { type ConsultationState, STATE_LABEL } from '../contract/lifecycle.js';
import type { Work, WorkItem } from '../contract/work.js';
import { type Actor, hasRole, personId } from '../identity/actor.js';
import { stoodInFor } from '../identity/deputies.js';
import { binder } from '../platform/sql/bind.js';
import { prepared } from '../platform/sql/prepared.js';
import { dueStates } from './case-rows.js';
import { Names } from './names.js';
import type { Scene, Section } from './work-section.js';
import { SECTIONS } from './work-sections.js';

/** Rows shown of a heap; the rest is behind its list. */
const SHOWN = 10;

interface Row {
  key: string;
  total: number;
  href: string | null;
  number: string | null;
  title: string;
  municipalityCode: string;
  state: ConsultationState;
  ownerId: string | null;
  dueOn: string | null;
}

const ofKind = (support: Section['support']): string[] => {
  if (support === 'too') return [];
  return [support === 'only' ? 'c.team_id IS NOT NULL' : 'c.team_id IS NULL'];
};

@Injectable()
export class WorkQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly names: Names,
  ) {}

  /** Every heap with its bounded count and its first rows, in one statement. Empty heaps are left out. */
  async work(actor: Actor): Promise<Work> {
    const today = this.calendar.today();
    const absent = await stoodInFor(this.db, personId(actor), today);
    const sections = SECTIONS.filter(({ roles }) => hasRole(actor, ...roles));
    if (sections.length === 0) return { sections: [], standingInFor: absent };
    const { bind, values } = binder();
    const scene = { actor, bind, today, absent: absent.map(({ id }) => id) };
    const heaps = sections.map((section) => this.heap(section, scene));
    const dueState = dueStates(this.calendar);
    const rows = await prepared<Row>(this.db, heaps.join(' UNION ALL '), values);
    return {
      standingInFor: absent,
      sections: sections.flatMap((section) => {
        const own = rows.filter(({ key }) => key === section.key);
        const total = own[0]?.total ?? 0;
        if (total === 0) return [];
        return {
          key: section.key,
          title: section.title,
          items: own.map((row) => this.present(row, section, dueState, absent)),
          total: Math.min(total, COUNTED_UP_TO),
          more: total > COUNTED_UP_TO,
          href: section.list ?? null,
        };
      }),
    };
  }

  private heap({ key, rows, support, due, order, href }: Section, scene: Scene): string {
    const from = [rows(scene), ...ofKind(support)].join(' AND ');
    return `(SELECT '${key}' AS key, counted.total, item.* FROM
      (SELECT count(*)::int AS total FROM (SELECT 1 FROM ${from} LIMIT ${COUNTED_UP_TO + 1}) x) counted
      CROSS JOIN (SELECT ${href ?? `'/consultations/' || c.id`} AS href, c.number, c.title,
        c.municipality_code AS "municipalityCode", c.state,
        c.owner_id AS "ownerId", (${due ?? 'NULL::date'})::text AS "dueOn"
        FROM ${from} ORDER BY ${order ?? `${due}, c.id`} LIMIT ${SHOWN}) item)`;
  }

  private present(
    row: Row,
    { note }: Section,
    dueState: ReturnType<typeof dueStates>,
    absent: readonly StandingIn[],
  ): WorkItem {
    const town = this.names.of('municipality', row.municipalityCode);
    return {
      href: row.href ?? '/work',
      label: [row.number, town, row.title || '（件名なし）'].filter(Boolean).join(' '),
      note: note || STATE_LABEL[row.state],
      standsInFor: absent.find(({ id }) => id === row.ownerId)?.name ?? null,
      dueOn: row.dueOn,
      dueState: dueState(row.dueOn, false),
    };
  }
}
