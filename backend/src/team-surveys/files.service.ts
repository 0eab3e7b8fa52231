import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OCCASION_LABEL, type TeamSurveyRowsFilter } from '../contract/team-surveys.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { csv } from '../platform/csv.js';
import { answerColumns, figuresCsv } from '../surveys/satisfaction-csv.js';
import { TeamSurveyReports } from './report.queries.js';
import { TeamSurveyRowQueries } from './rows.queries.js';

/** What leaves the house as a file; each download goes into the trail. */
@Injectable()
export class TeamSurveyFiles {
  constructor(
    private readonly db: DataSource,
    private readonly reports: TeamSurveyReports,
    private readonly rows: TeamSurveyRowQueries,
  ) {}

  async figures(actor: Actor, id: string): Promise<string> {
    const { name, round, occasion, hidden, ...report } = await this.reports.report(actor, id);
    await record(this.db.manager, { type: 'teamSurvey.export', subjectId: id, actor });
    const conditions = `${round.name}　${OCCASION_LABEL[occasion]}`;
    return figuresCsv({ ...report, survey: { label: name }, hidden: hidden !== null }, conditions);
  }

  async answers(actor: Actor, id: string, filter: TeamSurveyRowsFilter): Promise<string> {
    const { questions, items } = await this.rows.rows(actor, id, filter);
    await record(this.db.manager, { type: 'teamSurvey.exportResponses', subjectId: id, actor, data: filter });
    const columns = questions.flatMap(answerColumns);
    return csv(
      columns.map(({ name }) => name),
      items.map(({ answers }) =>
        columns.map(({ id: asked, cell }) => cell(answers.find(({ question }) => question === asked))),
      ),
    );
  }
}
