import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { ResponseFilter, SatisfactionFilter } from '../contract/satisfaction.js';
import type { SurveyQuestion } from '../contract/surveys.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { found } from '../platform/errors.js';
import { allQuestions } from './all-questions.js';
import { ResponseQueries } from './response.queries.js';
import { SatisfactionQueries } from './satisfaction.queries.js';
import { reportCsv, responsesCsv } from './satisfaction-csv.js';

/** What leaves the house as a file; each download goes into the trail. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly db: DataSource,
    private readonly figures: SatisfactionQueries,
    private readonly rows: ResponseQueries,
    private readonly calendar: Calendar,
  ) {}

  async report(actor: Actor, filter: SatisfactionFilter): Promise<string> {
    const report = await this.figures.report(actor, filter);
    await record(this.db.manager, { type: 'satisfaction.export', subjectId: filter.survey, actor, data: filter });
    return reportCsv(report, filter);
  }

  async responses(actor: Actor, filter: ResponseFilter): Promise<string> {
    const responses = await this.rows.all(actor, filter);
    const versions: { questions: SurveyQuestion[] }[] = await this.db.query(
      'SELECT questions FROM survey_definitions WHERE survey = $1 AND valid_from <= $2 ORDER BY version DESC',
      [filter.survey, this.calendar.today()],
    );
    found(versions[0]);
    await record(this.db.manager, {
      type: 'satisfaction.exportResponses',
      subjectId: filter.survey,
      actor,
      data: filter,
    });
    return responsesCsv(allQuestions(versions.map(({ questions }) => questions)), responses);
  }
}
