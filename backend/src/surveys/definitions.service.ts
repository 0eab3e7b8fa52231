import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { NewSurveyVersion, SurveyDefinitions, SurveyQuestion } from '../contract/surveys.js';
import { record } from '../events/record.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { authorize, found, invalid, sameVersion } from '../platform/errors.js';
import { definitionFaults } from './definition-faults.js';

/** The surveys, kept by the administrators. A survey changes by a new version only: what was asked before stays as it was. */
@Injectable()
export class SurveyDefinitionsService {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async list(actor: Actor): Promise<SurveyDefinitions> {
    authorize(hasRole(actor, 'admin', 'manager'));
    const items: SurveyDefinitions['items'] = await this.db.query(
      `SELECT d.survey, d.version, d.name, d.closes_after_days AS "closesAfterDays",
              d.remind_after_days AS "remindAfterDays", d.valid_from::text AS "validFrom", d.source, d.questions,
              (SELECT count(*)::int FROM (SELECT 1 FROM survey_invitations i
                 WHERE (i.survey, i.version) = (d.survey, d.version) LIMIT 1) x) > 0 AS used
       FROM survey_definitions d ORDER BY d.survey <> 'consultation', d.survey DESC, d.version DESC`,
    );
    return { items, allowedActions: hasRole(actor, 'admin') ? ['add'] : [] };
  }

  async add(actor: Actor, survey: string, { basedOn, ...content }: NewSurveyVersion): Promise<number> {
    authorize(hasRole(actor, 'admin'));
    return this.db.transaction(async (tx) => {
      await tx.query('LOCK TABLE survey_definitions IN SHARE ROW EXCLUSIVE MODE');
      const versions: { version: number; questions: SurveyQuestion[] }[] = await tx.query(
        'SELECT version, questions FROM survey_definitions WHERE survey = $1 ORDER BY version DESC',
        [survey],
      );
      const newest = found(versions[0]);
      sameVersion(newest.version, basedOn, { version: newest.version });
      const faults = definitionFaults(
        content,
        versions.flatMap(({ questions }) => questions),
      );
      if (content.validFrom < this.calendar.today()) faults.validFrom = '今日以降の日を入力してください。';
      if (Object.keys(faults).length > 0) throw invalid(faults);
      const version = newest.version + 1;
      const { name, closesAfterDays, remindAfterDays, validFrom, questions } = content;
      await tx.query(
        `INSERT INTO survey_definitions (survey, version, name, closes_after_days, remind_after_days, questions, valid_from, source)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[survey, version, name, closesAfterDays, remindAfterDays, JSON.stringify(questions), validFrom],
          `管理者が追加した設問（${actor.name}）`,
        ],
      );
      await record(tx, {
        type: 'survey.define',
        subjectId: `${survey}-${version}`,
        actor,
        data: { survey, version, validFrom },
      });
      return version;
    });
  }
}
