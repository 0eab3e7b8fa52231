import type { DeadlineKind, DeadlineRule, OfficeCalendar } from '../contract/deadlines.js';
import type { Holidays } from './workdays.js';

/** One entry of `closed_days`: from this version on, a calendar calls the day closed, or open again. */
export interface ClosedDay {
  version: number;
  calendar: OfficeCalendar | 'national';
  day: string;
  name: string;
  closed: boolean;
}

/** All that was ever known of closed days and deadline rules: what was reckoned once can be reckoned again. */
export class Almanac {
  private readonly known = new Map<string, Holidays>();
  private readonly rulesById: ReadonlyMap<number, DeadlineRule>;

  /**
   * @param closedDays in the order of their versions
   * @param rules in the order of their ids; a later one takes the place of an earlier one of the same day
   * @param horizon the last day of the last year whose holidays are published
   */
  constructor(
    readonly version: number,
    private readonly closedDays: readonly ClosedDay[],
    private readonly rules: readonly DeadlineRule[],
    readonly horizon: string,
  ) {
    this.rulesById = new Map(rules.map((rule) => [rule.id, rule]));
  }

  /** The closed days of a calendar, as they were known at a version. */
  holidays(calendar: OfficeCalendar, version = this.version): Holidays {
    const entry = this.lastEntry(version);
    const key = `${calendar} ${entry}`;
    const holidays = this.known.get(key) ?? this.gather(calendar, entry);
    this.known.set(key, holidays);
    return holidays;
  }

  /** The rule for what starts on this day; undefined when such a thing has no deadline. */
  rule(kind: string, day: string): DeadlineRule | undefined {
    let found: DeadlineRule | undefined;
    for (const rule of this.rules) {
      if (rule.kind !== kind || rule.validFrom > day) continue;
      if (!found || rule.validFrom >= found.validFrom) found = rule;
    }
    return found;
  }

  ruleOf(kind: DeadlineKind, day: string): DeadlineRule {
    const rule = this.rule(kind, day);
    if (!rule) throw new Error(`no deadline rule for ${kind} on ${day}`);
    return rule;
  }

  ruleWithId(id: number): DeadlineRule {
    const rule = this.rulesById.get(id);
    if (!rule) throw new Error(`no deadline rule ${id}`);
    return rule;
  }

  /** How many entries were known at a version. */
  private lastEntry(version: number): number {
    if (version >= this.version) return this.closedDays.length;
    const after = this.closedDays.findIndex((entry) => entry.version > version);
    return after < 0 ? this.closedDays.length : after;
  }

  private gather(calendar: OfficeCalendar, entries: number): Holidays {
    const all = new Map<string, string>();
    for (const wanted of ['national', calendar]) {
      const own = new Map<string, string>();
      for (const { calendar: of, day, name, closed } of this.closedDays.slice(0, entries)) {
        if (of === wanted && closed) own.set(day, name);
        else if (of === wanted) own.delete(day);
      }
      for (const [day, name] of own) all.set(day, name);
    }
    return all;
  }
}
