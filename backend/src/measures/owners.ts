import type { OwnerBasis } from '../contract/measures.js';
import type { KeptOwner } from './measure-row.js';
import type { PrintedOwner } from './reading.js';

interface Body {
  id: string;
  name: string;
}

interface Division extends Body {
  ministry_id: string;
  parent_id?: string | null;
  aliases: string[];
}

/** Finds ministries and divisions by the names that documents print. */
export class Directory {
  private readonly ministries: Map<string, string | null>;
  private readonly divisions = new Map<string, Set<string>>();

  /** `others` are bodies that measures name and the directory of ministries does not. */
  constructor(ministries: readonly Body[], divisions: readonly Division[], others: readonly string[] = []) {
    this.ministries = new Map<string, string | null>(others.map((name) => [name, null]));
    for (const { name, id } of ministries) this.ministries.set(name, id);
    const byId = new Map(divisions.map((division) => [division.id, division]));
    const pathOf = ({ name, parent_id }: Division): string => {
      const parent = byId.get(parent_id ?? '');
      return parent ? pathOf(parent) + name : name;
    };
    for (const division of divisions) {
      for (const name of [division.name, pathOf(division), ...division.aliases]) {
        const key = keyOf(division.ministry_id, name);
        this.divisions.set(key, (this.divisions.get(key) ?? new Set()).add(division.id));
      }
    }
  }

  nameOf(ministryId: string): string {
    const [name = ''] = [...this.ministries].find(([, id]) => id === ministryId) ?? [];
    return name;
  }

  kept({ ministry, division, relation }: PrintedOwner, basis: OwnerBasis, validFrom: string): KeptOwner {
    const ministryId = this.ministries.get(ministry) ?? null;
    // A name that several divisions bear tells of none.
    const [divisionId = null, ...others] = this.divisions.get(keyOf(ministryId ?? '', division)) ?? [];
    return {
      ministryId,
      ministry,
      division,
      divisionId: others.length > 0 ? null : divisionId,
      relation,
      basis,
      validFrom,
      validTo: null,
    };
  }

  /** Each with the name before the first blank, or the longest that fits: 「総務省 自治財政局財政課」「総務省自治財政局財政課」. */
  ownerIn(text: string): PrintedOwner | undefined {
    const names = [...this.ministries.keys()].filter((name) => text.startsWith(name));
    const ministry = names.sort((left, right) => right.length - left.length)[0];
    return ministry ? { ministry, division: text.slice(ministry.length).trim(), relation: 'lead' } : undefined;
  }
}

/** Brackets are printed in full and in half width. */
const keyOf = (ministryId: string, name: string): string => `${ministryId} ${name.normalize('NFKC')}`;
