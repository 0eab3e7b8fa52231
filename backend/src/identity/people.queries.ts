import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Person, ROLE_LABEL, type Role } from '../contract/identity.js';
import { authorize, found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { type Actor, hasRole } from './actor.js';
import { MUNICIPALITY_LABEL } from './me.queries.js';

type Row = Omit<Person, 'grants'> & {
  grants: (Person['grants'][number] & {
    role: Role;
    organisation: string | null;
  })[];
  total: number;
};

@Injectable()
export class PeopleQueries {
  constructor(private readonly db: DataSource) {}

  async list(actor: Actor, filter: { q?: string; page: number; size: number }) {
    authorize(hasRole(actor, 'admin'));
    const { bind, values } = binder();
    const text = filter.q ? bind(`%${filter.q.trim()}%`) : null;
    const where = text ? `p.name LIKE ${text} OR p.email LIKE lower(${text}) OR p.kana LIKE ${text}` : 'true';
    const rows = await this.rows(
      where,
      values,
      `LIMIT ${bind(filter.size)} OFFSET ${bind((filter.page - 1) * filter.size)}`,
    );
    return { items: rows.map(present), total: rows[0]?.total ?? 0 };
  }

  async get(actor: Actor, id: string): Promise<Person> {
    authorize(hasRole(actor, 'admin'));
    return present(found((await this.rows('p.id = $1', [id]))[0]));
  }

  /** What an open invitation says about the person it was sent to. */
  async invitation(personId: string) {
    const person = present(found((await this.rows('p.id = $1', [personId]))[0]));
    return {
      email: person.email,
      name: person.name,
      organisationLabel: person.grants.map(({ label }) => label).join('、'),
    };
  }

  /** People as they are named to others, by name. */
  async named(ids: readonly string[]): Promise<{ id: string; name: string; label: string }[]> {
    const people = (await this.rows('p.id = ANY ($1)', [ids])).map(present);
    return people.map(({ id, name, status, grants }) => ({
      id,
      name,
      label: [...grants.map(({ label }) => label), ...(status === 'invited' ? ['招待中'] : [])].join('、'),
    }));
  }

  private rows(where: string, values: unknown[], limit = ''): Promise<Row[]> {
    return this.db.query(
      `SELECT p.id, p.email, p.name, p.kana, p.version, count(*) OVER ()::int AS total,
              CASE WHEN p.disabled_at IS NOT NULL THEN 'disabled' WHEN p.password_hash IS NULL THEN 'invited'
                   ELSE 'active' END AS status,
              coalesce((SELECT jsonb_agg(jsonb_build_object('role', g.role, 'municipalityCode', g.municipality_code,
                  'ministryId', g.ministry_id, 'divisionId', g.division_id,
                  'organisation', coalesce(mi.name || coalesce('　' || d.name, ''), ${MUNICIPALITY_LABEL})) ORDER BY g.role)
                FROM grants g LEFT JOIN municipalities m ON m.code = g.municipality_code
                LEFT JOIN ministries mi ON mi.id = g.ministry_id LEFT JOIN divisions d ON d.id = g.division_id
                WHERE g.person_id = p.id), '[]') AS grants
       FROM people p WHERE ${where} ORDER BY p.kana, p.email ${limit}`,
      values,
    );
  }
}

const present = ({ total: _, ...row }: Row): Person => ({
  ...row,
  grants: row.grants.map(({ organisation, ...grant }) => ({
    ...grant,
    label: organisation ? `${organisation}（${ROLE_LABEL[grant.role]}）` : ROLE_LABEL[grant.role],
  })),
});
