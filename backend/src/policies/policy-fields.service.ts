import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { NewPolicyField, PolicyFieldInput } from '../contract/policies.js';
import { editRow } from '../events/edit-row.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { authorize, invalid } from '../platform/errors.js';
import { mayKeepFields } from './policy.js';
import { PolicyFieldEntity } from './policy-field.entity.js';

/** 政策分野, kept by the administrators. An ended field stays on the cases that bear it. */
@Injectable()
export class PolicyFieldsService {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async create(actor: Actor, input: NewPolicyField): Promise<string> {
    authorize(mayKeepFields(actor));
    return this.db.transaction(async (tx) => {
      if (await tx.existsBy(PolicyFieldEntity, { code: input.code }))
        throw invalid({ code: 'この識別子は使われています。' });
      if (input.validFrom > this.calendar.today())
        throw invalid({ validFrom: '開始日は今日以前の日付にしてください。' });
      await checkName(tx, input.code, input.name);
      await tx.insert(PolicyFieldEntity, input);
      await record(tx, { type: 'policyField.create', subjectId: input.code, actor, data: input });
      return input.code;
    });
  }

  async update(
    actor: Actor,
    code: string,
    { version, ...change }: PolicyFieldInput & { version: number },
  ): Promise<void> {
    authorize(mayKeepFields(actor));
    await this.db.transaction(async (tx) => {
      await checkName(tx, code, change.name);
      await editRow(tx, actor, PolicyFieldEntity, { type: 'policyField.update', key: { code }, version, change });
    });
  }

  async end(actor: Actor, code: string, version: number): Promise<void> {
    authorize(mayKeepFields(actor));
    const change = { validTo: this.calendar.today() };
    await this.db.transaction((tx) =>
      editRow(tx, actor, PolicyFieldEntity, { type: 'policyField.end', key: { code }, version, change }),
    );
  }
}

async function checkName(tx: EntityManager, code: string, name: string): Promise<void> {
  const namesake = await tx.findOneBy(PolicyFieldEntity, { name, validTo: IsNull() });
  if (namesake && namesake.code !== code) throw invalid({ name: '同じ名称の分野があります。' });
}
