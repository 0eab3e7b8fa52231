import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LogicModelNode, PolicyFieldList, PolicyPillar } from '../contract/policies.js';
import type { Actor } from '../identity/actor.js';
import { mayKeepFields } from './policy.js';

interface List<T> {
  items: T[];
  total: number;
}

@Injectable()
export class PolicyQueries {
  constructor(private readonly db: DataSource) {}

  pillars(): Promise<List<PolicyPillar>> {
    return this.list('SELECT code, name FROM policy_pillars ORDER BY code');
  }

  async fields(actor: Actor, ended: boolean): Promise<PolicyFieldList> {
    const fields = await this.list<PolicyFieldList['items'][number]>(
      `SELECT code, name, sort, valid_from::text AS "validFrom", valid_to::text AS "validTo", source, version
       FROM policy_fields WHERE $1::boolean OR valid_to IS NULL ORDER BY valid_to NULLS FIRST, sort, code`,
      [ended],
    );
    return { ...fields, allowedActions: mayKeepFields(actor) ? ['create', 'update', 'end'] : [] };
  }

  logicModel(): Promise<List<LogicModelNode>> {
    return this.list(
      `SELECT n.code, n.level, n.parent_code AS "parentCode", n.name,
              coalesce((SELECT jsonb_agg(jsonb_build_object('id', k.id, 'indicator', k.indicator, 'target', k.target,
                                                            'baseline', k.baseline) ORDER BY k.sort)
                        FROM logic_model_kpis k WHERE k.node_code = n.code), '[]') AS kpis
       FROM logic_model_nodes n ORDER BY n.sort`,
    );
  }

  private async list<T>(sql: string, values: unknown[] = []): Promise<List<T>> {
    const items: T[] = await this.db.query(sql, values);
    return { items, total: items.length };
  }
}
