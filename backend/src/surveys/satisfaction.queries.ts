import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
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
import { readTally, Tallies } from '../tallies/tallies.js';
import { allQuestions } from './all-questions.js';
import { breakDown, SMALLEST_SHOWN } from './breakdown.js';
import { percentHalfUp } from './figures.js';
import { type Breakdown, coarse, isShown, refuseFineFilters } from './figures-only.js';
import { labelled } from './group-labels.js';
import { mayFollowUp, seesFigures, seesResponses } from './policy.js';
import { questionFigures } from './question-figures.js';
import { allNumbers, matchingNumbers, type Numbers } from './report-numbers.js';
import { refuseTooMany } from './satisfaction.scope.js';
import { FOLLOW_UPS_FIGURE, SURVEYS_COUNTED } from './survey-tally.js';

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
  constructor(
    private readonly db: DataSource,
    private readonly tallies: Tallies,
    private readonly calendar: Calendar,
  ) {}

  async report(actor: Actor, filter: SatisfactionFilter): Promise<SatisfactionReport> {
    authorize(seesFigures(actor));
    const all = seesResponses(actor);
    const chosen = Dimension.options.filter((by) => filter[by]);
    if (!all) refuseFineFilters(filter, chosen);
    await this.tallies.settle(SURVEYS_COUNTED);
    // One snapshot for all numbers of a report: they must add up.
    return this.db.transaction('REPEATABLE READ', async (tx) => {
      const surveys = await definitions(tx, this.calendar.today());
      const { survey, name, questions } = found(surveys.find((each) => each.survey === filter.survey));
      const dimensions = survey === 'consultation' ? Dimension.options : (['month'] as const);
      const filtered = chosen.length > 0 || filter.from || filter.to;
      if (filtered) await refuseTooMany(tx, filter);
      const numbers = filtered ? matchingNumbers(tx, filter) : allNumbers(tx, survey);
      const whole = await breakdowns(tx, allNumbers(tx, survey), dimensions);
      const parts = all && filtered ? await breakdowns(tx, numbers, dimensions) : whole;
      const { n, invited } = await numbers.totals();
      const counts = await numbers.counts(questions);

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

/** Each survey about 相談 as the newest version in force calls it, with the questions of all until then. */
async function definitions(tx: EntityManager, today: string): Promise<Definition[]> {
  const rows: { survey: string; names: string[]; versions: SurveyQuestion[][] }[] = await tx.query(
    `SELECT survey, array_agg(name ORDER BY version DESC) AS names, jsonb_agg(questions ORDER BY version DESC) AS versions
     FROM survey_definitions WHERE valid_from <= $1 AND survey NOT LIKE 'companion-%' GROUP BY survey ORDER BY survey <> 'consultation', survey DESC`,
    [today],
  );
  return rows.map(({ survey, names, versions }) => {
    return { survey, name: names[0] ?? survey, questions: allQuestions(versions) };
  });
}

async function breakdowns(tx: EntityManager, numbers: Numbers, dimensions: readonly Dimension[]): Promise<Breakdown[]> {
  const all: Breakdown[] = [];
  for (const by of dimensions) {
    all.push({ by, label: DIMENSION_LABEL[by], groups: await labelled(tx, by, breakDown(await numbers.cells(by))) });
  }
  return all;
}

async function followUps(tx: EntityManager): Promise<{ open: number; done: number }> {
  const found = await readTally(tx, FOLLOW_UPS_FIGURE);
  const count = (state: string) => found.find(({ key }) => key === state)?.n ?? 0;
  return { open: count('open'), done: count('done') };
}
