import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  DIMENSION_LABEL,
  Dimension,
  type SatisfactionFilter,
  type SatisfactionReport,
} from '../contract/satisfaction.js';
import type { SurveyQuestion } from '../contract/surveys.js';
import type { Actor } from '../identity/actor.js';
import { authorize, found } from '../platform/errors.js';
import { hrefTo } from '../platform/href.js';
import { binder } from '../platform/sql/bind.js';
import { breakDown, type Cell, SMALLEST_SHOWN } from './breakdown.js';
import { percentHalfUp } from './figures.js';
import { type Breakdown, coarse, isShown, refuseFineFilters } from './figures-only.js';
import { labelled } from './group-labels.js';
import { mayFollowUp, seesFigures, seesResponses } from './policy.js';
import { type Counts, questionFigures } from './question-figures.js';
import { answersIn, GROUP_KEYS, scope } from './satisfaction.scope.js';

interface Definition {
  survey: string;
  name: string;
  questions: SurveyQuestion[];
}

/**
 * The figures of 満足度. Who may not see single answers gets the whole split by one thing at a time, or one group of such
 * a split, and each only where it stands for five or more: from such figures no small group can be subtracted.
 */
@Injectable()
export class SatisfactionQueries {
  constructor(private readonly db: DataSource) {}

  async report(actor: Actor, filter: SatisfactionFilter): Promise<SatisfactionReport> {
    authorize(seesFigures(actor));
    const all = seesResponses(actor, filter.survey);
    const chosen = Dimension.options.filter((by) => filter[by]);
    if (!all) refuseFineFilters(filter, chosen);
    // One snapshot for all numbers of a report: they must add up.
    return this.db.transaction('REPEATABLE READ', async (tx) => {
      const surveys = await definitions(tx);
      const { survey, name, questions } = found(surveys.find((each) => each.survey === filter.survey));
      const dimensions = survey === 'consultation' ? Dimension.options : (['month'] as const);
      const whole = await breakdowns(tx, { survey }, dimensions);
      const filtered = chosen.length > 0 || filter.from || filter.to;
      const parts = all && filtered ? await breakdowns(tx, filter, dimensions) : whole;
      const { n, invited } = await totals(tx, filter);
      const counts = await countAnswers(tx, filter, questions);

      const hidden = !all && (n < SMALLEST_SHOWN || chosen.some((by) => !isShown(whole, by, filter[by])));
      const href = (more: Record<string, string> = {}) =>
        all ? hrefTo('/satisfaction/responses', { ...filter, ...more }) : null;
      const figures = questions.map((question) =>
        questionFigures(question, counts, (id, value) => href(value ? { question: id, value } : { question: id })),
      );
      return {
        survey: { key: survey, label: name },
        surveys: surveys.map((each) => ({ key: each.survey, label: each.name })),
        options: whole.map(({ by, label, groups }) => ({
          by,
          label,
          groups: groups.map((group) => ({ key: group.key, label: group.label })),
        })),
        mayReadResponses: all,
        hidden,
        invited,
        invitedHref: all ? hrefTo('/satisfaction/invitations', filter) : null,
        n: hidden ? null : n,
        responsesHref: href(),
        responseRate: hidden ? null : percentHalfUp(n, invited),
        questions: hidden ? [] : all ? figures : coarse(figures, chosen.length > 0),
        breakdowns:
          hidden || (!all && filtered)
            ? []
            : parts.map(({ by, label, groups }) => ({
                by,
                label,
                groups: groups.map((group) => ({ ...group, href: href({ [by]: group.key }) })),
              })),
        csvHref: hrefTo('/api/satisfaction.csv', filter),
        followUps: mayFollowUp(actor) ? await followUps(tx) : null,
      };
    });
  }
}

const definitions = (tx: EntityManager): Promise<Definition[]> =>
  tx.query(`SELECT * FROM (SELECT DISTINCT ON (survey) survey, name, questions FROM survey_definitions
                           ORDER BY survey, version DESC) d ORDER BY survey <> 'consultation', survey DESC`);

async function totals(tx: EntityManager, filter: SatisfactionFilter): Promise<{ n: number; invited: number }> {
  const { bind, values } = binder();
  const [row] = await tx.query(
    `SELECT count(r.id)::int AS n, count(i.id)::int AS invited FROM ${scope(filter, bind)}`,
    values,
  );
  return row;
}

async function breakdowns(
  tx: EntityManager,
  filter: SatisfactionFilter,
  dimensions: readonly Dimension[],
): Promise<Breakdown[]> {
  const all: Breakdown[] = [];
  for (const by of dimensions) {
    const { bind, values } = binder();
    const cells: Cell[] = await tx.query(
      `SELECT ${GROUP_KEYS[by]} AS keys, count(*)::int AS n, sum(r.score)::int AS sum
       FROM ${answersIn(filter, bind)} GROUP BY 1 ORDER BY 1`,
      values,
    );
    all.push({ by, label: DIMENSION_LABEL[by], groups: await labelled(tx, by, breakDown(cells)) });
  }
  return all;
}

async function countAnswers(
  tx: EntityManager,
  filter: SatisfactionFilter,
  questions: SurveyQuestion[],
): Promise<Counts> {
  const { bind, values } = binder();
  const texts = questions.filter(({ kind }) => kind === 'text').map(({ id }) => id);
  const rows: { question: string; value: string; count: number }[] = await tx.query(
    `SELECT a.key AS question, v.value, count(*)::int AS count
     FROM (SELECT r.answers FROM ${answersIn(filter, bind)}) given, jsonb_each(given.answers) a,
       LATERAL (SELECT '' AS value UNION ALL
                SELECT x FROM jsonb_array_elements_text(
                  CASE WHEN a.key = ANY (${bind(texts)}) THEN '[]' WHEN jsonb_typeof(a.value) = 'array' THEN a.value
                       ELSE jsonb_build_array(a.value) END) x) v
     GROUP BY 1, 2`,
    values,
  );
  const counts = new Map<string, Map<string, number>>();
  for (const { question, value, count } of rows) {
    counts.set(question, (counts.get(question) ?? new Map()).set(value, count));
  }
  return counts;
}

async function followUps(tx: EntityManager): Promise<{ open: number; done: number }> {
  const [row] = await tx.query(
    `SELECT count(*) FILTER (WHERE done_at IS NULL)::int AS open, count(done_at)::int AS done FROM follow_up_tasks`,
  );
  return row;
}
