import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { DIMENSION_LABEL } from '../contract/satisfaction.js';
import { MAIN_QUESTION, type SurveyQuestion } from '../contract/surveys.js';
import { CONTINUATION_QUESTION, type TeamSurveyReport } from '../contract/team-surveys.js';
import type { Actor } from '../identity/actor.js';
import type { Config } from '../platform/config.js';
import { authorize } from '../platform/errors.js';
import { hrefTo } from '../platform/href.js';
import { CONFIG } from '../platform/platform.module.js';
import { breakDown, SMALLEST_SHOWN } from '../surveys/breakdown.js';
import { percentHalfUp } from '../surveys/figures.js';
import { coarse } from '../surveys/figures-only.js';
import { labelled } from '../surveys/group-labels.js';
import { questionFigures } from '../surveys/question-figures.js';
import { type Answered, answersOf, type Groups, groupsByKey } from './answers.queries.js';
import { countAnswers } from './count-answers.js';
import { seesTeamSurveys } from './policy.js';
import { stateOf, surveyOf } from './stored-survey.js';

const DIMENSIONS = ['field', 'prefecture'] as const;

/** The figures of one survey: none before its last day is over, so that nobody can take the difference of two readings. */
@Injectable()
export class TeamSurveyReports {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async report(actor: Actor, id: string): Promise<TeamSurveyReport> {
    authorize(seesTeamSurveys(actor));
    return this.db.transaction('REPEATABLE READ', async (tx) => {
      const { roundId, round, survey, occasion, opensOn, closesOn, openedAt, name, questions } = await surveyOf(tx, id);
      const state = stateOf({ openedAt, closesOn }, this.calendar.today());
      const [{ invited }]: [{ invited: number }] = await tx.query(
        'SELECT count(*)::int AS invited FROM team_survey_invitations WHERE team_survey_id = $1',
        [id],
      );
      const answers = await answersOf(tx, id);
      const n = answers.length;
      const hidden = state !== 'closed' ? ('open' as const) : n < SMALLEST_SHOWN ? ('few' as const) : null;
      const head = {
        ...{ id, round: { id: roundId, name: round }, survey, name: name ?? '', occasion, opensOn, closesOn, state },
        ...{ invited, n, responseRate: percentHalfUp(n, invited), hidden },
      };
      if (hidden || !questions) return { ...head, questions: [], breakdowns: [], texts: [] };
      const groups = await groupsByKey(tx, id, this.config.SECRET);
      return {
        ...head,
        questions: coarse(figuresOf(id, questions, answers), false),
        breakdowns: await breakdowns(tx, answers, groups),
        texts: questions.flatMap((question) =>
          question.kind === 'text'
            ? [{ question: question.id, label: question.label, items: said(question, answers) }]
            : [],
        ),
      };
    });
  }
}

function figuresOf(id: string, questions: SurveyQuestion[], answers: readonly Answered[]) {
  const counts = countAnswers(questions, answers);
  // Words lead to no row, and 継続 to its own page: what is said with a name must not lead to what is said without.
  const leads = (question: string) =>
    question !== CONTINUATION_QUESTION && questions.some((one) => one.id === question && one.kind !== 'text');
  return questions.map((question) =>
    questionFigures(question, counts, (asked, value) =>
      leads(asked) ? hrefTo(`/team-surveys/${id}/responses`, { question: asked, value }) : null,
    ),
  );
}

/** The main question by field and by prefecture. */
async function breakdowns(tx: EntityManager, answers: readonly Answered[], groups: ReadonlyMap<string, Groups>) {
  const all: TeamSurveyReport['breakdowns'] = [];
  for (const by of DIMENSIONS) {
    const cells = answers.map(({ key, answers: given }) => {
      return { keys: groups.get(key)?.[by] ?? [], n: 1, sum: Number(given[MAIN_QUESTION]) };
    });
    const shown = await labelled(tx, by, breakDown(cells));
    all.push({ by, label: DIMENSION_LABEL[by], groups: shown.map((group) => ({ ...group, href: null })) });
  }
  return all;
}

/** In an order of the words themselves: that of the keys is the order of the rows, and would lead from a name to all its answers. */
const said = ({ id }: SurveyQuestion, answers: readonly Answered[]) =>
  answers
    .flatMap(({ answers: given, quotedAs }) => {
      const text = given[id];
      return typeof text === 'string' && text !== '' ? [{ text, quotedAs }] : [];
    })
    .sort((one, other) => (one.text < other.text ? -1 : Number(one.text > other.text)))
    .map((one, at) => ({ no: at + 1, ...one }));
