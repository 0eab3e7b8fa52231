import { describe, expect, it, test } from '@jest/globals';
import type { Role } from '../contract/identity.js';
import { ConsultationAction, ConsultationState, OPEN_STATES } from '../contract/lifecycle.js';
import { type Actor, SYSTEM } from '../identity/actor.js';
import { LIFECYCLE, nextState } from './lifecycle.js';
import { allowedActions, mayAct } from './policy.js';

/** domain.md §3, written a second time by hand: action, who, and from → to. `TA` = 作成者と承認者, `DM` = 担当と管理職. */
const TABLE = `
requestReview    TA   draft→reviewing returned→correcting
sendBackToAuthor A    reviewing→draft correcting→returned
submit           AD   draft→submitted reviewing→submitted returned→submitted correcting→submitted
take             DM   submitted→checking
return           DM   checking→returned triaged→returned
triage           DM   checking→triaged
inquire          DM   triaged→inquiring inquiring→inquiring collected→inquiring drafting→inquiring followUp→inquiring
collect          S    inquiring→collected
draftReply       DM   triaged→drafting collected→drafting followUp→drafting
requestApproval  DM   drafting→approving
recallApproval   DM   approving→drafting
sendBackReply    M    approving→drafting
approve          M    approving→replied
followUp         TADM replied→followUp
proposeClose     DM   replied→closing followUp→closing
agreeClose       TA   closing→closed
declineClose     TA   closing→followUp
closeBySilence   S    closing→closed
wishReopen       TA   closed→closed
reopen           DM   closed→triaged
withdraw         TADM draft→withdrawn reviewing→withdrawn submitted→withdrawn checking→withdrawn returned→withdrawn correcting→withdrawn triaged→withdrawn inquiring→withdrawn collected→withdrawn drafting→withdrawn approving→withdrawn
guide            DM   checking→outOfScope triaged→outOfScope
merge            DM   submitted→merged checking→merged triaged→merged
unmerge          DM   merged→checking
`;

const TOWN = '016331';
const ROLES: Record<string, Role> = { T: 'municipality', A: 'approver', D: 'desk', M: 'manager' };
const OTHERS: Role[] = ['ministry', 'officer', 'secretariat', 'prefecture', 'admin'];
const as = (role: Role, municipalityCode: string | null = null): Actor => ({
  id: role,
  name: role,
  grants: [{ role, municipalityCode, ministryId: role === 'ministry' ? 'meti' : null, divisionId: null }],
});
const actors: Record<string, Actor> = {
  S: SYSTEM,
  T: as('municipality', TOWN),
  A: as('approver', TOWN),
  D: as('desk'),
  M: as('manager'),
};

const rows = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [action = '', by = '', ...moves] = line.split(/\s+/);
    return {
      action: ConsultationAction.parse(action),
      by,
      moves: new Map(moves.map((move) => move.split('→') as [string, string])),
    };
  });

test('the table names every action', () => {
  expect(rows.map(({ action }) => action)).toEqual(ConsultationAction.options);
});

describe.each(rows)('$action', ({ action, by, moves }) => {
  test.each(ConsultationState.options)('from %s', (from) => {
    const to = moves.get(from);
    if (to) expect(nextState(from, action)).toBe(to);
    else expect(() => nextState(from, action)).toThrow('現在の状態では、この操作を行えません');
  });

  test('is taken by those whose it is, and by nobody else', () => {
    const consultation = { state: 'draft', municipalityCode: TOWN, proxyChannel: 'mail' } as const;
    for (const [letter, actor] of Object.entries(actors)) {
      expect([letter, mayAct(actor, action, consultation)]).toEqual([letter, by.includes(letter)]);
    }
    for (const role of OTHERS) expect(mayAct(as(role, TOWN), action, consultation)).toBe(false);
    for (const letter of ['T', 'A']) {
      expect(mayAct(as(ROLES[letter] as Role, '223069'), action, consultation)).toBe(false);
    }
  });
});

describe('what is offered', () => {
  const offered = (actor: Actor, state: ConsultationState, proxyChannel: string | null = null) =>
    allowedActions(actor, { state, municipalityCode: TOWN, proxyChannel });

  it('never contains a step that the table or the policy refuses', () => {
    for (const state of ConsultationState.options) {
      for (const actor of [...Object.values(actors), ...OTHERS.map((role) => as(role, TOWN))]) {
        for (const action of offered(actor, state)) {
          if (!(action in LIFECYCLE)) continue;
          const step = action as ConsultationAction;
          expect(() => nextState(state, step)).not.toThrow();
          expect(mayAct(actor, step, { state, municipalityCode: TOWN, proxyChannel: null })).toBe(true);
        }
      }
    }
  });

  it('leads on from every open state, for somebody', () => {
    for (const state of OPEN_STATES) {
      const steps = Object.values(actors).flatMap((actor) => offered(actor, state).filter((one) => one in LIFECYCLE));
      expect(steps.filter((step) => step !== 'withdraw').length).toBeGreaterThan(0);
    }
  });

  it('lets the desk submit only what it entered for the town', () => {
    expect(offered(actors.D as Actor, 'draft')).not.toContain('submit');
    expect(offered(actors.D as Actor, 'draft', 'phone')).toContain('submit');
  });
});
