import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import type { ConsultationEntity } from '../consultations/consultation.entity.js';
import type { Karte } from '../contract/forms.js';
import type { SaveKarte } from '../contract/karte.js';
import { record } from '../events/record.js';
import { checkDraft } from '../forms/draft-check.js';
import { FormQueries } from '../forms/form.queries.js';
import { type Actor, personId } from '../identity/actor.js';
import { invalid, sameVersion } from '../platform/errors.js';
import { assertEditable } from './karte-policy.js';
import { storedKarte } from './karte-stored.js';

/** Saves this long apart, or by another person, begin a new entry in the trail; autosaves in between do not. */
const SESSION_MS = 30 * 60_000;

/** Writing on a カルテ before it is submitted, and while it is back for correction. */
@Injectable()
export class KarteService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly advance: Advance,
    private readonly forms: FormQueries,
  ) {}

  /** Whoever comes later sees both contents and chooses: nobody silently wins. The same content again is no change. */
  save(actor: Actor, id: string, { version, karte, memberCodes }: SaveKarte) {
    return this.db.transaction(async (tx) => {
      const consultation = await this.advance.lock(tx, actor, id);
      assertEditable(actor, consultation);
      const stored = await storedKarte(tx, consultation);
      const members = memberCodes ? [...new Set(memberCodes)].sort() : stored.memberCodes;
      const content = { karte: stored.karte, members: stored.memberCodes };
      if (isDeepStrictEqual(content, { karte, members })) return { version: stored.version, savedAt: stored.savedAt };

      sameVersion(stored.version, version, stored);
      const faults = checkDraft(await this.forms.get(consultation.formVersion, tx), karte);
      if (Object.keys(faults).length > 0) throw invalid(faults);
      if (!isDeepStrictEqual(members, stored.memberCodes)) await setMembers(tx, consultation, members);
      return this.write(tx, actor, consultation, karte);
    });
  }

  private async write(tx: EntityManager, actor: Actor, consultation: ConsultationEntity, karte: Karte) {
    const { id, updatedAt, updatedBy } = consultation;
    const now = this.clock.now();
    const version = consultation.version + 1;
    // What was submitted keeps its title until it is submitted again.
    const title = consultation.number ? consultation.title : titleOf(karte);
    await tx.query(
      `UPDATE consultations SET karte = $2, title = $3, version = $4, updated_at = $5, updated_by = $6 WHERE id = $1`,
      [id, JSON.stringify(karte), title, version, now, personId(actor)],
    );
    const resumed = updatedBy !== actor.id || now.getTime() - updatedAt.getTime() > SESSION_MS;
    if (resumed || consultation.version === 1) {
      await record(tx, { type: 'consultation.edit', consultationId: id, subjectId: id, actor, data: { version } });
    }
    return { version, savedAt: now.toISOString() };
  }
}

export const titleOf = ({ title }: Karte): string => (typeof title === 'string' ? title.trim() : '');

/** @throws DomainError invalid, for a code that is no living body or the leading town itself. */
async function setMembers(tx: EntityManager, { id, municipalityCode }: ConsultationEntity, codes: string[]) {
  const known: { code: string }[] = await tx.query(
    'SELECT code FROM municipalities WHERE code = ANY ($1) AND valid_to IS NULL AND code <> $2',
    [codes, municipalityCode],
  );
  const odd = codes.find((code) => !known.some((one) => one.code === code));
  if (odd) throw invalid({ members: `構成団体「${odd}」は、代表団体とは別の、登録されている団体から選んでください。` });
  await tx.query('DELETE FROM consultation_members WHERE consultation_id = $1', [id]);
  await tx.query(
    'INSERT INTO consultation_members (consultation_id, municipality_code) SELECT $1, code FROM unnest($2::text[]) code',
    [id, codes],
  );
}
