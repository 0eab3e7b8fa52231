import type { DataSource } from 'typeorm';
import { Clock } from '../../src/calendar/clock.js';
import type { ConsultationState } from '../../src/contract/lifecycle.js';
import { fold } from '../../src/platform/fold.js';
import { aKarte } from '../builders.js';
import { keepDeadlines } from '../deadlines.js';
import type { Say, Told } from './facts.js';
import { json, put, putBare } from './rows.js';

/** Who does what in a case that a test puts into the tables. */
export interface Cast {
  townsman: string;
  desk: string;
  manager: string;
  /** Who answers for a ministry. */
  official(ministryId: string): string;
}

export interface Circumstances {
  state: ConsultationState;
  municipalityCode: string;
  members?: readonly string[];
  sharePrefecture?: boolean;
  shareTeam?: boolean;
  /** The desk entered it for the town. */
  proxy?: boolean;
  /** Withdrawn before it was submitted. */
  neverSubmitted?: boolean;
}

/** A case on its way into the tables. */
export interface Standing extends Circumstances {
  id: string;
  cast: Cast;
  submitted: boolean;
  say: Say;
}

const IN_CORRECTION: readonly ConsultationState[] = ['returned', 'correcting'];
const REPLIED: readonly ConsultationState[] = ['replied', 'followUp', 'closing', 'closed'];

export const isInCorrection = ({ state }: Circumstances): boolean => IN_CORRECTION.includes(state);
export const isReplied = ({ state }: Circumstances): boolean => REPLIED.includes(state);

let serial = 5000;

/** A case in any state, with what its town wrote. All else hangs on it by the functions of `around-case.ts`. */
export async function aStandingCase(db: DataSource, cast: Cast, about: Circumstances, say: Say): Promise<Standing> {
  const submitted = !['draft', 'reviewing'].includes(about.state) && !about.neverSubmitted;
  const now = new Clock().now();
  serial += 1;
  const title = say({ kind: 'case' });
  const karte = aKarte({ title, situation: say({ kind: 'case' }), contactName: say({ kind: 'case' }) });
  const number = submitted ? `新結合-R8-${serial}` : null;
  const text = fold([number ?? '', title, karte.situation, karte.contactName].join('\n'));
  const id = await put(db, 'consultations', {
    municipality_code: about.municipalityCode,
    // Merged is what `mergeInto` makes of it.
    state: about.state === 'merged' ? 'checking' : about.state,
    state_since: now,
    state_due_on: about.state === 'closing' ? '2026-12-21' : null,
    fiscal_year: submitted ? 2026 : null,
    serial: submitted ? serial : null,
    number,
    form_version: 1,
    karte: json(karte),
    title,
    owner_id: submitted ? cast.desk : null,
    field_codes: submitted ? ['transport'] : [],
    proxy_channel: about.proxy ? 'phone' : null,
    share_prefecture: about.sharePrefecture ?? false,
    share_team: about.shareTeam ?? false,
    submitted_at: submitted ? now : null,
    reply_due_on: submitted ? '2026-12-18' : null,
    clock_stopped_on: isInCorrection(about) ? '2026-11-20' : null,
    replied_at: isReplied(about) ? now : null,
    closed_at: about.state === 'closed' ? now : null,
    created_by: cast.townsman,
    updated_by: cast.townsman,
    created_at: now,
    updated_at: now,
    search_text: submitted ? text : '',
  });
  await keepDeadlines(db, id);
  if (submitted) {
    const [submitted_by, submitted_at] = [cast.townsman, now];
    await putBare(db, 'submissions', { consultation_id: id, round: 1, karte: json(karte), submitted_by, submitted_at });
  }
  for (const municipality_code of about.members ?? []) {
    await putBare(db, 'consultation_members', { consultation_id: id, municipality_code });
  }
  return { ...about, id, cast, submitted, say };
}

/** What an event says in the history, in a person's own words. */
export async function tell(
  db: DataSource,
  { id, say }: Standing,
  event: { type: string; by: string; audience: string; ministryId?: string; subject?: string },
  told: Told,
): Promise<void> {
  await db.query(
    `INSERT INTO events (type, consultation_id, subject_id, ministry_id, actor_id, audience, reason, occurred_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[event.type, id, event.subject ?? id, event.ministryId ?? null, event.by, event.audience],
      ...[say(told), new Clock().now()],
    ],
  );
}

/** 追記, 添付資料, 差戻し, and the corrections that the town has in hand. */
export async function addTownsWritings(db: DataSource, standing: Standing): Promise<void> {
  const { id, cast, say, submitted } = standing;
  const written_at = new Clock().now();
  await addAttachment(db, standing, 'case', written_at);
  await tell(
    db,
    standing,
    { type: 'consultation.sendBackToAuthor', by: cast.townsman, audience: 'town' },
    { kind: 'office' },
  );
  if (!submitted) return;
  await put(db, 'additions', {
    consultation_id: id,
    author_id: cast.townsman,
    text: say({ kind: 'case' }),
    written_at,
  });
  await tell(db, standing, { type: 'consultation.return', by: cast.desk, audience: 'town' }, { kind: 'correction' });
  const settled_at = isInCorrection(standing) ? null : written_at;
  const reason = say({ kind: 'correction' });
  await put(db, 'correction_requests', {
    ...{ consultation_id: id, item: 'situation', reason },
    ...{ requested_at: new Date(written_at.getTime() + 1000), settled_at },
  });
  if (!isInCorrection(standing)) return;
  await db.query('UPDATE consultations SET karte = karte || $2, version = 2 WHERE id = $1', [
    id,
    JSON.stringify({ situation: say({ kind: 'unsubmitted' }) }),
  ]);
  await addAttachment(db, standing, 'unsubmitted', new Date(written_at.getTime() + 2000));
}

export async function addAttachment(db: DataSource, { id, cast, say }: Standing, kind: Told['kind'], added_at: Date) {
  const content = Buffer.from(say({ kind }));
  const added_by = cast.townsman;
  const name = `${say({ kind })}.txt`;
  const file = { name, type: 'text/plain', bytes: content.length, content };
  return put(db, 'attachments', { consultation_id: id, ...file, added_by, added_at });
}
