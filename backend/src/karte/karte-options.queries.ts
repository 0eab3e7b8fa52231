import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type NewKarteOptions, PROXY_CHANNEL_LABEL, ProxyChannel } from '../contract/karte.js';
import type { Actor } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { mayEnterForTowns, townsOf } from './karte-policy.js';

const OFFERED = 20;

@Injectable()
export class KarteOptionsQueries {
  constructor(private readonly db: DataSource) {}

  async get(actor: Actor): Promise<NewKarteOptions> {
    const codes = townsOf(actor);
    const towns: NewKarteOptions['towns'] = await this.db.query(
      `SELECT m.code, ${MUNICIPALITY_LABEL} AS label FROM municipalities m WHERE m.code = ANY ($1) ORDER BY m.code`,
      [codes],
    );
    const kartes: (Omit<NewKarteOptions['kartes'][number], 'createdAt'> & { createdAt: Date })[] = await this.db.query(
      `SELECT c.id, c.number, c.title, ${MUNICIPALITY_LABEL} AS town, c.created_at AS "createdAt"
       FROM consultations c JOIN municipalities m ON m.code = c.municipality_code
       WHERE c.municipality_code = ANY ($1) AND c.team_id IS NULL AND c.title <> '' ORDER BY c.created_at DESC, c.id LIMIT ${OFFERED}`,
      [codes],
    );
    const channels = mayEnterForTowns(actor) ? ProxyChannel.options : [];
    return {
      towns,
      proxyChannels: channels.map((value) => ({ value, label: PROXY_CHANNEL_LABEL[value] })),
      kartes: kartes.map(({ createdAt, ...karte }) => ({ ...karte, createdAt: createdAt.toISOString() })),
    };
  }
}
