import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { fiscalYear, formatWareki } from '../contract/calendar.js';
import {
  type Acceptance,
  type AcceptanceFilter,
  type AcceptanceRow,
  CHOICE_KIND_LABEL,
  type ChoiceKind,
  type ChosenFilter,
  type ChosenPage,
  FEWEST_FOR_RATE,
  type Verdict,
} from '../contract/suggestions.js';
import { record } from '../events/record.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { authorize } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { acceptanceCsv } from './acceptance-csv.js';
import { CHOICE } from './choices.queries.js';
import { chosenIn, MONTH } from './chosen-in.js';

interface Cell {
  kind: ChoiceKind;
  ministry: string | null;
  label: string | null;
  month: string;
  taken: number;
  rejected: number;
}

const seesAcceptance = (actor: Actor): boolean => hasRole(actor, 'desk', 'manager');

@Injectable()
export class AcceptanceQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async figures(actor: Actor, filter: AcceptanceFilter): Promise<Acceptance> {
    authorize(seesAcceptance(actor));
    const now = fiscalYear(this.calendar.today());
    const year = filter.year ?? now;
    const { bind, values } = binder();
    const [cells, [first]]: [Cell[], { day: string | null }[]] = await Promise.all([
      this.db.query(
        `SELECT s.kind, s.ministry_id AS ministry, mi.name AS label, ${MONTH} AS month,
           count(*) FILTER (WHERE s.verdict = 'taken')::int AS taken,
           count(*) FILTER (WHERE s.verdict = 'rejected')::int AS rejected
         FROM suggestion_choices s LEFT JOIN ministries mi ON mi.id = s.ministry_id
         WHERE ${chosenIn({ year }, bind)} GROUP BY 1, 2, 3, 4, mi.sort ORDER BY mi.sort, 2, 4`,
        values,
      ),
      this.db.query(
        `SELECT ((min(chosen_at) AT TIME ZONE 'Asia/Tokyo')::date)::text AS day FROM suggestion_choices WHERE undone_at IS NULL`,
      ),
    ]);
    const oldest = Math.min(year, first?.day ? fiscalYear(first.day) : now);
    const href = (more: Record<string, string>) => (verdict: Verdict) =>
      `/dashboard/suggestions/rows?${new URLSearchParams({ year: String(year), ...more, verdict })}`;
    const asked = cells.filter(({ kind }) => kind === 'ministry');
    return {
      year,
      years: Array.from({ length: Math.max(now, year) - oldest + 1 }, (_, i) => Math.max(now, year) - i),
      kinds: by(
        cells,
        ({ kind }) => [kind, CHOICE_KIND_LABEL[kind]],
        (kind) => href({ kind }),
      ),
      ministries: by(
        asked,
        ({ ministry, label }) => [ministry ?? '', label ?? ''],
        (ministry) => href({ ministry }),
      ),
      months: by(
        cells.toSorted((a, b) => (a.month < b.month ? -1 : 1)),
        ({ month }) => [month, formatWareki(`${month}-01`).replace('月1日', '月')],
        (month) => href({ month }),
      ),
    };
  }

  /** The rows behind a figure, newest first. */
  async rows(actor: Actor, { page, size, year, ...filter }: ChosenFilter): Promise<ChosenPage> {
    authorize(seesAcceptance(actor));
    const { bind, values } = binder();
    const where = chosenIn({ ...filter, year: year ?? fiscalYear(this.calendar.today()) }, bind);
    const rows: (ChosenPage['items'][number] & { total: number })[] = await this.db.query(
      `SELECT ${CHOICE}, jsonb_build_object('id', c.id, 'number', c.number, 'title', c.title) AS consultation,
         count(*) OVER ()::int AS total
       FROM suggestion_choices s JOIN consultations c ON c.id = s.consultation_id WHERE ${where}
       ORDER BY s.chosen_at DESC, s.id LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
      values,
    );
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  /** What leaves the house as a file goes into the trail. */
  async csv(actor: Actor, filter: AcceptanceFilter): Promise<string> {
    const figures = await this.figures(actor, filter);
    const subjectId = String(figures.year);
    await record(this.db.manager, { type: 'suggestion.export', subjectId, actor, data: { year: figures.year } });
    return acceptanceCsv(figures);
  }
}

/** Sums of the cells by a key, in the order in which the keys come. */
function by(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => [key: string, label: string],
  href: (key: string) => (verdict: Verdict) => string,
): AcceptanceRow[] {
  const sums = new Map<string, { label: string; taken: number; rejected: number }>();
  for (const cell of cells) {
    const [key, label] = keyOf(cell);
    const sum = sums.get(key) ?? { label, taken: 0, rejected: 0 };
    sums.set(key, { label, taken: sum.taken + cell.taken, rejected: sum.rejected + cell.rejected });
  }
  return [...sums].map(([key, { label, taken, rejected }]) => ({
    key,
    label,
    taken: { count: taken, href: href(key)('taken') },
    rejected: { count: rejected, href: href(key)('rejected') },
    percent: rateOf(taken, taken + rejected),
  }));
}

const rateOf = (taken: number, decided: number): number | null =>
  decided < FEWEST_FOR_RATE ? null : Math.round((taken * 1000) / decided) / 10;
