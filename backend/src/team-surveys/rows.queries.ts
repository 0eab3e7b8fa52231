import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { SurveyQuestion } from '../contract/surveys.js';
import { CONTINUATION_QUESTION, type TeamSurveyRows, type TeamSurveyRowsFilter } from '../contract/team-surveys.js';
import type { Actor } from '../identity/actor.js';
import { authorize, DomainError } from '../platform/errors.js';
import { SMALLEST_SHOWN } from '../surveys/breakdown.js';
import { inWords } from '../surveys/response.queries.js';
import { type Answered, answersOf } from './answers.queries.js';
import { seesTeamSurveys } from './policy.js';
import { stateOf, surveyOf } from './stored-survey.js';

/** The rows behind the figures: what was chosen, without names, words, place or time. */
@Injectable()
export class TeamSurveyRowQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async rows(
    actor: Actor,
    id: string,
    { question, value }: TeamSurveyRowsFilter,
  ): Promise<TeamSurveyRows & { questions: SurveyQuestion[] }> {
    authorize(seesTeamSurveys(actor));
    const survey = await surveyOf(this.db, id);
    const all = await answersOf(this.db, id);
    if (stateOf(survey, this.calendar.today()) !== 'closed' || all.length < SMALLEST_SHOWN) {
      throw new DomainError(
        'conflict',
        'teamSurvey.hidden',
        `回答は、締切の後に、${SMALLEST_SHOWN}件以上ある場合に限り読めます。`,
      );
    }
    const questions = (survey.questions ?? []).filter(isRead);
    const items = all.filter(matching(questions, question, value)).map(({ answers }, at) => ({
      no: at + 1,
      answers: questions.flatMap((one) => {
        const given = answers[one.id];
        return given === undefined
          ? []
          : [{ question: one.id, label: one.label, answer: inWords(one, given), value: given }];
      }),
    }));
    return { name: survey.name ?? '', items, total: items.length, questions };
  }
}

/** Words may give their writer away, and 継続 is said with a name: neither stands beside the rest of an answer. */
const isRead = ({ id, kind }: SurveyQuestion): boolean => kind !== 'text' && id !== CONTINUATION_QUESTION;

function matching(questions: readonly SurveyQuestion[], question: string | undefined, value: string | undefined) {
  const asked = questions.some(({ id }) => id === question) ? question : undefined;
  return ({ answers }: Answered): boolean => {
    if (question === undefined) return true;
    const given = asked === undefined ? undefined : answers[asked];
    return given !== undefined && (value === undefined || [given].flat().map(String).includes(value));
  };
}
