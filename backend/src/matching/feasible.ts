import type { Highs } from 'highs';
import type { Officer, Problem, Team } from './problem.js';
import { Program } from './program.js';
import type { Rule } from './rules.js';
import { type Settings, sizesOf } from './settings.js';

/** Officers whom no rule tells apart. */
interface Class {
  members: Officer[];
  ministry: string;
  junior: boolean;
  /** How many of them sit in each town. */
  seats: number[];
}

/** Teams that keep the given rules, whatever they score; undefined if there are none. */
export function feasibleTeams(highs: Highs, problem: Problem, settings: Settings, rules: Rule[]): Team[] | undefined {
  const model = new Model(problem, settings, rules);
  const values = model.program.solve(highs);
  return values && teamsOf(problem, model.classes, values);
}

class Model {
  readonly program = new Program();
  readonly classes: Class[];
  private readonly classOf: Map<string, Class>;
  private readonly townOf: Map<string, number>;

  constructor(problem: Problem, settings: Settings, rules: Rule[]) {
    const { maximum } = sizesOf(settings, problem);
    this.townOf = new Map(problem.municipalities.map(({ id }, town) => [id, town]));
    this.classes = classesOf(problem, rules);
    this.classOf = new Map(this.classes.flatMap((one) => one.members.map(({ id }) => [id, one])));
    for (const one of this.classes)
      one.seats = problem.municipalities.map(() => this.program.number(Math.min(one.members.length, maximum)));
    for (const rule of rules) this.add(rule, problem, settings);
  }

  private add(rule: Rule, problem: Problem, settings: Settings): void {
    const { municipalities, officers } = problem;
    const { program, classes } = this;
    const towns = [...municipalities.keys()];
    const { minimum, maximum } = sizesOf(settings, problem);
    switch (rule.kind) {
      case 'size':
        for (const town of towns) program.sum(minimum, maximum, this.here(town));
        break;
      case 'oneTeam':
        for (const { members, seats } of classes) program.sum(0, members.length, seats);
        break;
      case 'ministries':
        for (const ministry of new Set(classes.map((one) => one.ministry)))
          for (const town of towns)
            program.sum(
              0,
              1,
              this.here(town, (one) => one.ministry === ministry),
            );
        break;
      case 'grades':
        for (const town of towns)
          program.sum(
            1,
            officers.length,
            this.here(town, ({ junior }) => !junior),
          );
        break;
      case 'consent':
        for (const { members, seats } of classes)
          if (members.some(({ consent }) => !consent)) for (const seat of seats) program.fix(seat, 0);
        break;
      case 'excluded':
        for (const { id, excluded } of officers)
          for (const town of excluded) if (this.townOf.has(town)) program.fix(this.seat(id, town), 0);
        break;
      case 'ban':
        program.sum(0, 0, [this.seat(rule.officer, rule.municipality)]);
        break;
      case 'pin':
        program.sum(1, 1, [this.seat(rule.officer, rule.municipality)]);
        break;
      case 'apart':
        for (const { id } of municipalities)
          program.sum(
            0,
            1,
            [...new Set(rule.officers)].map((officer) => this.seat(officer, id)),
          );
        break;
      case 'together':
        for (const [at, officer] of rule.officers.slice(1).entries())
          for (const { id } of municipalities)
            program.row(0, 0, [
              [this.seat(rule.officers[at] as string, id), 1],
              [this.seat(officer, id), -1],
            ]);
        break;
      case 'moves': {
        const stay = rule.before.flatMap((team) =>
          team.officers.map((officer) => this.seat(officer, team.municipality)),
        );
        const seated = new Set(rule.before.flatMap((team) => team.officers));
        const called = classes.filter(({ members }) => !members.some(({ id }) => seated.has(id)));
        program.row(Number.NEGATIVE_INFINITY, rule.limit - stay.length, [
          ...stay.map((seat): [number, number] => [seat, -1]),
          ...called.flatMap(({ seats }) => seats.map((seat): [number, number] => [seat, 1])),
        ]);
      }
    }
  }

  private here(town: number, wanted: (one: Class) => boolean = () => true): number[] {
    return this.classes.filter(wanted).map(({ seats }) => seats[town] as number);
  }

  private seat(officer: string, town: string): number {
    return this.classOf.get(officer)?.seats[this.townOf.get(town) as number] as number;
  }
}

/** People of one ministry, grade and consent make a class, unless a rule names them. */
function classesOf({ officers }: Problem, rules: Rule[]): Class[] {
  const named = new Set(rules.flatMap(namedBy));
  const exclusions = rules.some(({ kind }) => kind === 'excluded');
  const consents = rules.some(({ kind }) => kind === 'consent');
  const classes = new Map<string, Class>();
  for (const officer of officers) {
    const { id, ministry, excluded, consent } = officer;
    const junior = officer.grade === 'junior';
    const alone = named.has(id) || (exclusions && excluded.length > 0);
    const key = alone ? id : JSON.stringify([ministry, junior, consents && consent]);
    const one = classes.get(key) ?? { members: [], ministry, junior, seats: [] };
    one.members.push(officer);
    classes.set(key, one);
  }
  return [...classes.values()];
}

function namedBy(rule: Rule): string[] {
  if (rule.kind === 'pin' || rule.kind === 'ban') return [rule.officer];
  if (rule.kind === 'together' || rule.kind === 'apart') return rule.officers;
  return rule.kind === 'moves' ? rule.before.flatMap(({ officers }) => officers) : [];
}

/** Deals out the members of each class, town by town; who may be in several teams starts again. */
function teamsOf({ municipalities }: Problem, classes: Class[], values: Float64Array): Team[] {
  const dealt = new Map(classes.map((one) => [one, 0]));
  return municipalities.map(({ id }, town) => ({
    municipality: id,
    officers: classes.flatMap((one) => {
      const count = Math.round(values[one.seats[town] as number] as number);
      const first = dealt.get(one) as number;
      dealt.set(one, first + count);
      return Array.from({ length: count }, (_, at) => (one.members[(first + at) % one.members.length] as Officer).id);
    }),
  }));
}
