import type { Role } from '../../../src/contract/identity.js';
import type { ConsultationState } from '../../../src/contract/lifecycle.js';
import { ROLES, type Scene } from '../scene.js';
import type { Circumstances } from '../standing-case.js';

/** One call that would do what the route is for. */
export interface Call {
  /** What fills the path. */
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
}

/** Who may call a route. `make` prepares what it is called on, anew for every call. */
export interface Route {
  to: readonly Role[] | 'anybody';
  /** Called on something of the organisations here: refused to people of the same role elsewhere. */
  own?: true;
  /** Ends sessions: called by somebody whom no other test needs. */
  endsSessions?: true;
  make?: (scene: Scene, role: Role) => Promise<Call> | Call;
}

/** `METHOD /path` as in the API document → who, and how. */
export type Routes = Record<string, Route>;

export const ALL = ROLES;
export const TOWN = ['municipality', 'approver'] as const satisfies Role[];
export const DESK = ['desk', 'manager'] as const satisfies Role[];
/** Who reads a case of their own that was submitted, shared and asked. */
export const READERS = [...TOWN, ...DESK, 'ministry', 'officer', 'secretariat', 'prefecture'] as const satisfies Role[];
export const INSIDE = [...DESK, 'secretariat'] as const satisfies Role[];

/** A route on a case in this state. */
export const onCase = (
  to: readonly Role[],
  state: ConsultationState,
  body?: object,
  traits: Partial<Circumstances> = {},
): Route => ({
  to,
  own: true,
  make: async (scene) => {
    const { id } = await scene.aCase({ state, ...traits });
    return { params: { id }, ...(body ? { body } : {}) };
  },
});
