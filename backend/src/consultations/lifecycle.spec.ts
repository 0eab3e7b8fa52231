import { describe, expect, it, test } from '@jest/globals';
import type { Role } from '../contract/identity.js';
import { ConsultationAction, ConsultationState, OPEN_STATES } from '../contract/lifecycle.js';
import { type Actor, SYSTEM } from '../identity/actor.js';
import { LIFECYCLE, nextState } from './lifecycle.js';
import { allowedActions, mayAct } from './policy.js';

/** domain.md §3, written a second time by hand: action, who, and from → to. `TA` = 作成者と承認者, `DM` = 担当と管理職;
 * behind the stroke those of 後方支援: `B` = 事務局, `F` = 支援官. */
const TABLE = `
requestReview    TA   draft→reviewing returned→correcting
sendBackToAuthor A    reviewing→draft correcting→returned
submit           AD   draft→submitted reviewing→submitted returned→submitted correcting→submitted
take             DM   submitted→checking
return           DM   checking→returned triaged→returned
triage           DM   checking→triaged
inquire          DM/B triaged→inquiring inquiring→inquiring collected→inquiring drafting→inquiring followUp→inquiring
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
withdraw         TADM/F draft→withdrawn reviewing→withdrawn submitted→withdrawn checking→withdrawn returned→withdrawn correcting→withdrawn triaged→withdrawn inquiring→withdrawn collected→withdrawn drafting→withdrawn approving→withdrawn
guide            DM   checking→outOfScope triaged→outOfScope
merge            DM   submitted→merged checking→merged triaged→merged
unmerge          DM   merged→checking
accept           /B   submitted→triaged
answerTeam       /B   triaged→closed collected→closed
`;

const TOWN = '016331';
const ROLES: Record<string, Role> = {
  T: 'municipality',
  A: 'approver',
  D: 'desk',
  M: 'manager',
  B: 'secretariat',
  F: 'officer',
};
const OTHERS: Role[] = ['ministry', 'prefecture', 'admin'];
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
  B: as('secretariat'),
  F: as('officer'),
};

const rows = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [action = '', who = '', ...moves] = line.split(/\s+/);
    const [by = '', ofTeam = ''] = who.split('/');
    return {
      action: ConsultationAction.parse(action),
      by,
      ofTeam: by === 'S' ? 'S' : ofTeam,
      moves: new Map(moves.map((move) => move.split('→') as [string, string])),
    };
  });

test('the table names every action', () => {
  expect(rows.map(({ action }) => action)).toEqual(ConsultationAction.options);
});

describe.each(rows)('$action', ({ action, by, ofTeam, moves }) => {
  test.each(ConsultationState.options)('from %s', (from) => {
    const to = moves.get(from);
    if (to) expect(nextState(from, action)).toBe(to);
    else expect(() => nextState(from, action)).toThrow('現在の状態では、この操作を行えません');
  });

  test('is taken by those whose it is, and by nobody else', () => {
    const consultation = { state: 'draft', municipalityCode: TOWN, proxyChannel: 'mail', teamId: null } as const;
    for (const [letter, actor] of Object.entries(actors)) {
      expect([letter, mayAct(actor, action, consultation)]).toEqual([letter, by.includes(letter)]);
    }
    const ofATeam = { ...consultation, teamId: 'a team' };
    for (const [letter, actor] of Object.entries(actors)) {
      expect([letter, mayAct(actor, action, ofATeam)]).toEqual([letter, ofTeam.includes(letter)]);
    }
    for (const role of OTHERS) expect(mayAct(as(role, TOWN), action, consultation)).toBe(false);
    for (const letter of ['T', 'A']) {
      expect(mayAct(as(ROLES[letter] as Role, '223069'), action, consultation)).toBe(false);
    }
  });
});

describe('what is offered', () => {
  const offered = (actor: Actor, state: ConsultationState, proxyChannel: string | null = null) =>
    allowedActions(actor, { state, municipalityCode: TOWN, proxyChannel, teamId: null });

  it('never contains a step that the table or the policy refuses', () => {
    for (const state of ConsultationState.options) {
      for (const actor of [...Object.values(actors), ...OTHERS.map((role) => as(role, TOWN))]) {
        for (const action of offered(actor, state)) {
          if (!(action in LIFECYCLE)) continue;
          const step = action as ConsultationAction;
          expect(() => nextState(state, step)).not.toThrow();
          expect(mayAct(actor, step, { state, municipalityCode: TOWN, proxyChannel: null, teamId: null })).toBe(true);
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
