import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Me, ROLE_LABEL, type Role } from '../contract/identity.js';
import { type Actor, hasRole } from './actor.js';

/** The way into each area, and for whom it is. */
const NAVIGATION: { href: string; label: string; roles: Role[] }[] = [
  { href: '/work', label: '今日の仕事', roles: [] },
  {
    href: '/consultations',
    label: '相談',
    roles: ['municipality', 'approver', 'desk', 'manager', 'secretariat', 'prefecture', 'officer'],
  },
  { href: '/inquiries', label: '照会', roles: ['ministry', 'desk', 'manager'] },
  {
    href: '/board',
    label: '進行ボード',
    roles: ['desk', 'manager', 'secretariat'],
  },
  { href: '/proposals', label: '編成', roles: ['secretariat', 'manager'] },
  {
    href: '/satisfaction',
    label: '満足度',
    roles: ['desk', 'manager', 'secretariat'],
  },
  { href: '/dashboard', label: '集計', roles: ['desk', 'manager'] },
  {
    href: '/rounds',
    label: '伴走支援',
    roles: ['secretariat', 'manager', 'municipality', 'approver', 'officer'],
  },
  { href: '/teams', label: 'チーム', roles: ['secretariat', 'manager', 'municipality', 'approver', 'officer'] },
  { href: '/team-health', label: '活動の状況', roles: ['secretariat', 'manager'] },
  { href: '/back-office', label: '後方支援', roles: ['secretariat', 'manager'] },
  {
    href: '/applications',
    label: '応募',
    roles: ['secretariat', 'manager', 'municipality', 'approver', 'officer'],
  },
  { href: '/measures', label: '施策', roles: [] },
  { href: '/good-practices', label: '好事例', roles: [] },
  { href: '/map', label: '地図', roles: [] },
  { href: '/directory', label: '府省庁名簿', roles: [] },
  { href: '/admin/contacts', label: '担当者', roles: ['ministry'] },
  { href: '/hand-overs', label: '引継ぎと不在', roles: ['admin', 'manager'] },
  { href: '/hand-overs/divisions', label: '課室の引継ぎ', roles: ['ministry'] },
  { href: '/admin', label: '管理', roles: ['admin'] },
  { href: '/deliveries', label: '送信状況', roles: ['manager', 'admin'] },
  { href: '/audit', label: '監査記録', roles: ['admin', 'manager'] },
];

@Injectable()
export class MeQueries {
  constructor(private readonly db: DataSource) {}

  async me(actor: Actor): Promise<Me> {
    const rows: { email: string; role: Role; organisation: string | null }[] = await this.db.query(
      `SELECT p.email, g.role, coalesce(d.name, mi.name, ${MUNICIPALITY_LABEL}) AS organisation
       FROM people p JOIN grants g ON g.person_id = p.id
       LEFT JOIN municipalities m ON m.code = g.municipality_code
       LEFT JOIN ministries mi ON mi.id = g.ministry_id
       LEFT JOIN divisions d ON d.id = g.division_id
       WHERE p.id = $1 ORDER BY g.role, organisation`,
      [actor.id],
    );
    return {
      id: actor.id ?? '',
      name: actor.name,
      email: rows[0]?.email ?? '',
      organisationLabel: [...new Set(rows.map(({ organisation, role }) => organisation ?? officeOf(role)))].join('、'),
      roles: rows.map(({ role, organisation }) => ({
        role,
        label: ROLE_LABEL[role],
        organisation,
      })),
      navigation: NAVIGATION.filter(({ roles }) => roles.length === 0 || hasRole(actor, ...roles)).map(
        ({ href, label }) => ({ href, label }),
      ),
    };
  }
}

/** Where somebody works who belongs to no organisation outside. */
const officeOf = (role: Role): string =>
  role === 'secretariat' || role === 'officer' ? ROLE_LABEL[role] : '新結合相談窓口';

/** A town always bears its prefecture's name: 25 names are shared by 57 towns. */
export const MUNICIPALITY_LABEL = `CASE WHEN m.kind = 'prefecture' THEN m.name ELSE m.prefecture_name || m.name END`;
