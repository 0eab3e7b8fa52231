import type { Draft } from '../matching/explain.js';
import type { Rule, Violation } from '../matching/rules.js';
import type { ExtraRule } from '../matching/settings.js';
import type { Labels } from './stored-proposal.js';

/** People and towns as they are called; two of one name and ministry have the number of their 応募 beside it. */
export class Names {
  private readonly byId: Map<string, string>;

  constructor(private readonly labels: Labels) {
    const { municipalities, officers } = labels;
    const all = [
      ...Object.entries(municipalities).map(([id, { name }]) => ({ id, name, number: '' })),
      ...Object.entries(officers).map(([id, { name, ministry, number }]) => ({
        id,
        name: `${name}（${ministry}）`,
        number,
      })),
    ];
    const count = new Map<string, number>();
    for (const { name } of all) count.set(name, (count.get(name) ?? 0) + 1);
    this.byId = new Map(all.map(({ id, name, number }) => [id, count.get(name) === 1 ? name : `${name}${number}`]));
  }

  readonly of = (id: string): string => this.byId.get(id) ?? id;

  readonly field = (code: string): string => this.labels.fields[code] ?? code;

  readonly ministryOf = (officer: string): string => this.labels.officers[officer]?.ministry ?? '';

  /** The same draft with names in the place of ids, for words. */
  draft({ problem, settings, teams }: Draft): Draft {
    const { of, field } = this;
    return {
      problem: {
        ...problem,
        municipalities: problem.municipalities.map((town) => ({
          ...town,
          id: of(town.id),
          themes: town.themes.map((theme) => ({ ...theme, field: field(theme.field) })),
        })),
        officers: problem.officers.map((officer) => ({
          ...officer,
          id: of(officer.id),
          skills: Object.fromEntries(Object.entries(officer.skills).map(([code, skill]) => [field(code), skill])),
          preferences: officer.preferences.map(of),
          excluded: officer.excluded.map(of),
        })),
      },
      settings: { ...settings, rules: settings.rules.map((rule) => this.extra(rule)) },
      teams: teams.map(({ municipality, officers }) => ({
        municipality: of(municipality),
        officers: officers.map(of),
      })),
    };
  }

  rule(rule: Rule): Rule {
    return 'officers' in rule || 'officer' in rule ? this.extra(rule) : rule;
  }

  violation({ rule, municipality, officers }: Violation): Violation {
    return {
      rule: this.rule(rule),
      ...(municipality !== undefined && { municipality: this.of(municipality) }),
      officers: officers.map(this.of),
    };
  }

  private extra(rule: ExtraRule): ExtraRule {
    if ('officers' in rule) return { ...rule, officers: rule.officers.map(this.of) };
    return { ...rule, officer: this.of(rule.officer), municipality: this.of(rule.municipality) };
  }
}
