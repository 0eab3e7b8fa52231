import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { wordsFor } from '../board/history-words.js';
import { type Case, readable } from '../consultations/policy.js';
import { readableHistory } from '../consultations/view-policy.js';
import type { CaseSheet, CaseSheetPage } from '../contract/case-sheets.js';
import type { Actor } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { instant, listOf } from '../platform/sql/json.js';
import { allowedSheetActions, desksPen, mayDraft, readableSheet, whyNotDraft } from './policy.js';

type Told = Omit<CaseSheet['history'][number], 'what'> & { type: string };
type Row = Omit<CaseSheet, 'allowedActions' | 'desksPen' | 'history'> & { told: Told[] };
interface CaseRow extends Case {
  publication: string | null;
  sheet: Row | null;
  exists: boolean;
}

/** A 事例票 `s` of the case `c`, as JSON. */
const sheetJson = (history: string): string => `jsonb_build_object(
  'id', s.id, 'state', s.state, 'version', s.version, 'title', s.title, 'elements', s.elements,
  'situation', s.situation, 'initiative', s.initiative, 'partners', s.partners, 'support', s.support, 'results', s.results,
  'named', s.named, 'recommended', s.recommended, 'publishedOn', s.published_on,
  'pillar', (SELECT jsonb_build_object('code', p.code, 'name', p.name) FROM policy_pillars p WHERE p.code = s.pillar_code),
  'practice', (SELECT jsonb_build_object('id', g.id, 'name', g.name) FROM good_practices g WHERE g.id = s.practice_id),
  'fields', ${listOf(`'code', f.code, 'name', f.name`, 'policy_fields f WHERE f.code = ANY (s.field_codes)', 'f.sort')},
  'places', ${listOf(
    `'municipalityCode', m.code, 'label', ${MUNICIPALITY_LABEL}`,
    `municipalities m WHERE m.code = c.municipality_code OR m.code IN (
       SELECT x.municipality_code FROM consultation_members x WHERE x.consultation_id = c.id)`,
    'm.code <> c.municipality_code, m.code',
  )},
  'told', ${listOf(
    `'at', ${instant('e.occurred_at')}, 'type', e.type, 'reason', e.reason,
     'by', (SELECT p.name FROM people p WHERE p.id = e.actor_id)`,
    `events e WHERE e.consultation_id = c.id AND e.subject_id = s.id::text AND ${history}`,
    'e.id',
  )})`;

@Injectable()
export class CaseSheetQueries {
  constructor(private readonly db: DataSource) {}

  async of(actor: Actor, consultationId: string): Promise<CaseSheetPage> {
    const { bind, values } = binder();
    const [row]: CaseRow[] = await this.db.query(
      `SELECT c.state, c.municipality_code AS "municipalityCode", c.proxy_channel AS "proxyChannel", c.team_id AS "teamId",
              c.karte->>'publication' AS publication,
              EXISTS (SELECT 1 FROM case_sheets s WHERE s.consultation_id = c.id) AS exists,
              (SELECT ${sheetJson(readableHistory(actor, bind))} FROM case_sheets s
               WHERE s.consultation_id = c.id AND ${readableSheet(actor, bind)}) AS sheet
       FROM consultations c WHERE c.id = ${bind(consultationId)} AND ${readable(actor, bind)}`,
      values,
    );
    const { sheet, exists, publication, ...consultation } = found(row);
    const begins = mayDraft(actor) && !exists;
    const whyNot = begins ? whyNotDraft(consultation, publication) : null;
    return {
      sheet: sheet && this.present(actor, sheet, consultation),
      mayDraft: begins && whyNot === null,
      whyNot,
    };
  }

  private present(actor: Actor, { told, ...sheet }: Row, consultation: Case): CaseSheet {
    return {
      ...sheet,
      desksPen: desksPen(actor, consultation),
      history: told.map(({ type, ...event }) => ({ ...event, what: wordsFor(type, {}) })),
      allowedActions: allowedSheetActions(actor, sheet.state, consultation),
    };
  }
}
