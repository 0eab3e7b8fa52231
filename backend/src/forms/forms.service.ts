import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FormName, NewFormVersion } from '../contract/forms.js';
import { record } from '../events/record.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { authorize, invalid, sameVersion } from '../platform/errors.js';
import { checkDefinition } from './definition-check.js';
import { insertForm } from './load-forms.js';

/** The forms, kept by the administrators. A form changes by a new version only: an old カルテ keeps its form. */
@Injectable()
export class FormsService {
  constructor(private readonly db: DataSource) {}

  async add(actor: Actor, form: FormName, { basedOn, ...content }: NewFormVersion): Promise<number> {
    authorize(hasRole(actor, 'admin'));
    const faults = checkDefinition(form, content.items);
    if (Object.keys(faults).length > 0) throw invalid(faults);
    return this.db.transaction(async (tx) => {
      await tx.query('LOCK TABLE form_definitions IN SHARE ROW EXCLUSIVE MODE');
      const [{ newest }]: [{ newest: number }] = await tx.query(
        'SELECT coalesce(max(version), 0) AS newest FROM form_definitions WHERE form = $1',
        [form],
      );
      sameVersion(newest, basedOn, { version: newest });
      const version = newest + 1;
      await insertForm(tx, { form, version }, content, `管理者が追加した様式（${actor.name}）`);
      await record(tx, {
        type: 'form.add',
        subjectId: `${form}-${version}`,
        actor,
        data: { version, validFrom: content.validFrom },
      });
      return version;
    });
  }
}
