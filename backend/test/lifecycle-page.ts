import { LIFECYCLE } from '../src/consultations/lifecycle.js';
import { ROLE_LABEL } from '../src/contract/identity.js';
import { ACTION_LABEL, type ConsultationAction, ConsultationState, STATE_LABEL } from '../src/contract/lifecycle.js';

const actions = Object.keys(LIFECYCLE) as ConsultationAction[];
const by = (action: ConsultationAction) =>
  LIFECYCLE[action].by.map((role) => (role === 'system' ? 'システム' : ROLE_LABEL[role])).join('、');
const moves = (action: ConsultationAction) =>
  Object.entries(LIFECYCLE[action].moves) as [ConsultationState, ConsultationState][];

/** docs/lifecycle.md, from the table that drives the program. */
export function lifecyclePage(): string {
  const edges = actions.flatMap((action) =>
    moves(action)
      .filter(([from, to]) => from !== to && action !== 'withdraw')
      .map(([from, to]) => `  ${from} --> ${to} : ${action}`),
  );
  const names = ConsultationState.options.map((state) => `  ${state} : ${STATE_LABEL[state]}`);
  const rows = actions.map((action) => {
    const steps = moves(action).map(([from, to]) => `${STATE_LABEL[from]} → ${STATE_LABEL[to]}`);
    return `| \`${action}\` ${ACTION_LABEL[action]} | ${steps.join('<br>')} | ${by(action)} | ${LIFECYCLE[action].audience} |`;
  });
  return [
    '# The life of a 相談',
    '',
    'Made from `backend/src/consultations/lifecycle.ts`; a test fails when this page is stale. To make it anew: `UPDATE_DOCS=1 npm test -- lifecycle-page`.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> draft',
    ...names,
    ...edges,
    '```',
    '',
    'Withdrawing (`withdraw`) is possible from every state before the reply and is left out of the drawing. 打合せ has a small table of its own in `backend/src/meetings/lifecycle.ts`, 照会 in `backend/src/inquiries/lifecycle.ts`.',
    '',
    '| Action | From → to | Who | Read by |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
