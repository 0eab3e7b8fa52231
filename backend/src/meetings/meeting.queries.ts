import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { type Case, may, readable } from '../consultations/policy.js';
import { atTheTable } from '../consultations/view-policy.js';
import type { ActionItem, Candidate, Meeting, Meetings } from '../contract/meetings.js';
import { type Actor, ministriesOf } from '../identity/actor.js';
import { found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { allowedMeetingActions, mayFinish, sideOf } from './policy.js';

type MeetingRow = Omit<Meeting, 'allowedActions' | 'candidates' | 'startsAt'> & {
  candidates: Candidate[];
  startsAt: Date | null;
};
interface ItemRow {
  id: string;
  meetingId: string | null;
  text: string;
  owner_kind: ActionItem['owner'];
  ministry_id: string | null;
  ownerLabel: string;
  dueOn: string;
  done_at: Date | null;
}

@Injectable()
export class MeetingQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  /** 打合せ and 宿題 of a 相談: all for the town and the desk, for a ministry its own, for others who read the 相談 none. */
  async of(actor: Actor, consultationId: string): Promise<Meetings> {
    const consultation = await this.readableCase(actor, consultationId);
    const { municipalityCode } = consultation;
    const only = consultation.whole ? null : ministriesOf(actor);
    const [meetings, items] = await Promise.all([
      this.meetings(consultationId, only),
      this.items(consultationId, only),
    ]);
    return {
      items: meetings.map((row) => ({
        ...row,
        startsAt: row.startsAt?.toISOString() ?? null,
        allowedActions: allowedMeetingActions(actor, row.state, municipalityCode),
      })),
      actionItems: items.map(({ owner_kind, ministry_id, done_at, ...row }) => ({
        ...row,
        owner: owner_kind,
        doneAt: done_at?.toISOString() ?? null,
        overdue: !done_at && row.dueOn < this.calendar.today(),
        mayFinish: !done_at && mayFinish(actor, { owner_kind, ministry_id }, municipalityCode),
      })),
      mayWish: may(actor, 'wishMeeting', consultation),
      mayAddItem: sideOf(actor, municipalityCode) === 'desk',
    };
  }

  private async readableCase(actor: Actor, id: string): Promise<Case & { whole: boolean }> {
    const { bind, values } = binder();
    const [row]: (Case & { whole: boolean })[] = await this.db.query(
      `SELECT c.state, c.municipality_code AS "municipalityCode", c.proxy_channel AS "proxyChannel", c.team_id AS "teamId",
              ${readable(atTheTable(actor), bind)} AS whole
       FROM consultations c WHERE c.id = ${bind(id)} AND ${readable(actor, bind)}`,
      values,
    );
    return found(row);
  }

  private meetings(consultationId: string, only: string[] | null): Promise<MeetingRow[]> {
    return this.db.query(
      `SELECT m.id, m.state, m.method, m.purpose, m.candidates, m.starts_at AS "startsAt", m.minutes, m.place,
              m.minutes_text AS "minutesText", m.version,
              coalesce((SELECT jsonb_agg(jsonb_build_object('id', mi.id, 'name', mi.name) ORDER BY mi.sort)
                FROM meeting_ministries mm JOIN ministries mi ON mi.id = mm.ministry_id WHERE mm.meeting_id = m.id), '[]') AS ministries
       FROM meetings m WHERE m.consultation_id = $1 AND ($2::text[] IS NULL OR EXISTS (
         SELECT 1 FROM meeting_ministries mm WHERE mm.meeting_id = m.id AND mm.ministry_id = ANY($2)))
       ORDER BY m.created_at DESC, m.id`,
      [consultationId, only],
    );
  }

  private items(consultationId: string, only: string[] | null): Promise<ItemRow[]> {
    return this.db.query(
      `SELECT a.id, a.meeting_id AS "meetingId", a.text, a.owner_kind, a.ministry_id, a.due_on::text AS "dueOn", a.done_at,
              CASE a.owner_kind WHEN 'town' THEN '団体' WHEN 'desk' THEN '窓口' ELSE mi.name END AS "ownerLabel"
       FROM action_items a LEFT JOIN ministries mi ON mi.id = a.ministry_id
       WHERE a.consultation_id = $1 AND ($2::text[] IS NULL OR a.ministry_id = ANY($2))
       ORDER BY a.done_at NULLS FIRST, a.due_on, a.id`,
      [consultationId, only],
    );
  }
}
