import type { EntityManager } from 'typeorm';
import { type ProgrammeReport, type ProgrammeTeam, ReportStanding } from '../contract/programme-reports.js';
import { Achievement, type KpiContent, type TeamKpi } from '../contract/team-kpis.js';
import {
  OfficeChange,
  Outcome,
  Practice,
  type ReportDocument,
  type ReportKind,
  type ReportState,
} from '../contract/team-reports.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { found } from '../platform/errors.js';
import { countsOf, progressOf } from './progress.js';

interface Row {
  id: string;
  municipalityCode: string;
  municipality: string;
  members: string[];
  state: ReportState | null;
  document: ReportDocument | null;
  meetings: number;
  visits: number;
  supports: number;
  fields: string[];
  kpis: { id: string; version: number; content: KpiContent }[];
}

export interface Programme {
  report: ProgrammeReport;
  /** The KPI behind the 達成区分, by team. */
  kpis: { team: ProgrammeTeam; kpi: TeamKpi }[];
}

/** Fields of the newest 支援テーマ, else those of the 応募. */
const FIELDS = `ARRAY(SELECT f.name FROM policy_fields f WHERE f.code = ANY (coalesce(
    (SELECT h.fields FROM team_themes h WHERE h.team_id = t.id ORDER BY h.version DESC LIMIT 1),
    ARRAY(SELECT p ->> 'field' FROM jsonb_array_elements(a.sheet -> 'problems') p))) ORDER BY f.sort)`;

/** One 年度 in figures, with the rows they are counted from. Teams without an agreed report are counted as such. */
export async function programmeOf(
  db: Pick<EntityManager, 'query'>,
  roundId: string,
  kind: ReportKind,
): Promise<Programme> {
  const [round]: { id: string; name: string }[] = await db.query('SELECT id, name FROM rounds WHERE id = $1', [
    roundId,
  ]);
  const stored: Row[] = await db.query(
    `SELECT t.id, t.municipality_code AS "municipalityCode", ${MUNICIPALITY_LABEL} AS municipality,
            p.state, p.document, ${FIELDS} AS fields, ARRAY(
              SELECT who.name || '（' || mi.name || '）' FROM team_members tm JOIN people who ON who.id = tm.person_id
              JOIN applications o ON o.id = tm.application_id JOIN ministries mi ON mi.id = o.ministry_id
              WHERE tm.team_id = t.id AND tm.left_on IS NULL ORDER BY mi.sort, tm.id) AS members,
            (SELECT count(*)::int FROM team_meetings x WHERE x.team_id = t.id AND x.state = 'held') AS meetings,
            (SELECT count(*)::int FROM visits x WHERE x.team_id = t.id AND x.state = 'done') AS visits,
            (SELECT count(*)::int FROM support_requests x WHERE x.team_id = t.id) AS supports,
            coalesce((SELECT json_agg(json_build_object('id', k.id, 'version', k.version, 'content', k.content)
              ORDER BY k.created_at, k.id) FROM team_kpis k WHERE k.team_id = t.id AND k.removed_at IS NULL), '[]') AS kpis
     FROM teams t JOIN municipalities m ON m.code = t.municipality_code JOIN applications a ON a.id = t.application_id
     LEFT JOIN team_reports p ON p.team_id = t.id AND p.kind = $2
     WHERE t.round_id = $1 AND t.ended_at IS NULL ORDER BY t.municipality_code, t.id`,
    [roundId, kind],
  );
  const all = stored.map(presented);
  return {
    report: { kind, round: found(round), ...summed(all.map(({ team }) => team)) },
    kpis: all.flatMap(({ team, kpis }) => kpis.map((kpi) => ({ team, kpi }))),
  };
}

/** Of an agreed report the KPI are those the town agreed to. */
function presented({ state, document, kpis, ...row }: Row): { team: ProgrammeTeam; kpis: TeamKpi[] } {
  const content = document?.content;
  const now =
    document?.kpis ?? kpis.map(({ id, version, content: kpi }) => ({ id, version, ...kpi, progress: progressOf(kpi) }));
  return {
    team: {
      ...row,
      ...{ standing: state ?? 'missing', agreed: document !== null, kpis: countsOf(now) },
      ...{ outcomes: content?.outcomes ?? [], practices: content?.practices ?? [], changes: content?.changes ?? [] },
    },
    kpis: now,
  };
}

type Figures = Omit<ProgrammeReport, 'kind' | 'round'>;

function summed(rows: ProgrammeTeam[]): Figures {
  const add = (of: (row: ProgrammeTeam) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  const each = <Key extends string>(keys: readonly Key[], of: (row: ProgrammeTeam, key: Key) => number) =>
    Object.fromEntries(keys.map((key) => [key, add((row) => of(row, key))])) as Record<Key, number>;
  const fields = [...new Set(rows.flatMap((row) => row.fields))];
  return {
    ...{ teams: rows.length, officers: add(({ members }) => members.length) },
    standings: each(ReportStanding.options, ({ standing }, one) => Number(standing === one)),
    agreed: add(({ agreed }) => Number(agreed)),
    ...{ meetings: add(({ meetings }) => meetings), visits: add(({ visits }) => visits) },
    ...{ supports: add(({ supports }) => supports), supported: add(({ supports }) => Number(supports > 0)) },
    fields: fields
      .map((label) => ({ label, count: add((row) => Number(row.fields.includes(label))) }))
      .sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1)),
    outcomes: each(Outcome.options, ({ outcomes }, one) => Number(outcomes.includes(one))),
    practices: each(Practice.options, ({ practices }, one) => Number(practices.includes(one))),
    changes: each(OfficeChange.options, ({ changes }, one) => Number(changes.includes(one))),
    kpis: {
      ...{ total: add(({ kpis }) => kpis.total), repeated: add(({ kpis }) => kpis.repeated) },
      of: Object.fromEntries(
        Achievement.options.map((one) => [one, add(({ kpis }) => kpis.of[one] ?? 0)]),
      ) as ProgrammeReport['kpis']['of'],
    },
    rows,
  };
}
