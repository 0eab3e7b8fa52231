import { ROLE_LABEL } from '../contract/identity.js';
import { hasRole } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { mayReadContacts } from '../ministries/policy.js';
import { textCondition } from '../platform/search/text-conditions.js';
import type { Source } from './source.js';

const CONTACT_ORGANISATION = `concat_ws(' ', mi.name, dp.name, d.name)`;
const CONTACTS = `contacts k JOIN ministries mi ON mi.id = k.ministry_id LEFT JOIN divisions d ON d.id = k.division_id
  LEFT JOIN divisions dp ON dp.id = d.parent_id`;

/** 府省庁の担当者, for those who may read the directory of contacts. */
export const CONTACTS_OF_MINISTRIES: Source = {
  kind: 'contact',
  takes: ['ministry'],
  openTo: mayReadContacts,
  hits({ words, filter: { ministry } }, bind) {
    const text = `(k.search_text || ' ' || search_fold(${CONTACT_ORGANISATION}))`;
    const where = ['k.valid_to IS NULL', textCondition({ text }, words, bind)];
    if (ministry) where.push(`k.ministry_id = ${bind(ministry)}`);
    return `SELECT k.id::text AS id, search_fold(k.name) AS title, NULL::timestamptz AS at
      FROM ${CONTACTS} WHERE ${where.join(' AND ')}`;
  },
  details: `SELECT k.name AS title, '' AS text, ARRAY[${CONTACT_ORGANISATION}, nullif(k.role, ''), nullif(k.tel, ''), nullif(k.email, '')] AS about,
    NULL::uuid AS "consultationId" FROM ${CONTACTS} WHERE k.id = page.id::uuid`,
};

/** The organisations of a person `p`, by name. */
const ORGANISATIONS = `(SELECT string_agg(DISTINCT concat_ws(' ', mi.name, d.name, ${MUNICIPALITY_LABEL}), '、')
  FROM grants g LEFT JOIN municipalities m ON m.code = g.municipality_code LEFT JOIN ministries mi ON mi.id = g.ministry_id
  LEFT JOIN divisions d ON d.id = g.division_id WHERE g.person_id = p.id)`;
const ROLES = `(SELECT string_agg(DISTINCT CASE g.role ${Object.entries(ROLE_LABEL)
  .map(([role, label]) => `WHEN '${role}' THEN '${label}'`)
  .join(' ')} END, '、') FROM grants g WHERE g.person_id = p.id)`;

/** People with an account, for the administrators. */
export const PEOPLE: Source = {
  kind: 'person',
  takes: [],
  openTo: (actor) => hasRole(actor, 'admin'),
  hits({ words }, bind) {
    return `SELECT p.id::text AS id, search_fold(p.name) AS title, NULL::timestamptz AS at
      FROM (SELECT p.id, p.name, p.search_text || ' ' || search_fold(coalesce(${ORGANISATIONS}, '')) AS text
            FROM people p OFFSET 0) p WHERE ${textCondition({ text: 'p.text' }, words, bind)}`;
  },
  details: `SELECT p.name AS title, '' AS text, ARRAY[nullif(${ORGANISATIONS}, ''), ${ROLES}, p.email] AS about,
    NULL::uuid AS "consultationId" FROM people p WHERE p.id = page.id::uuid`,
};
