import type { Visitor } from './people.mjs';

type Who = 'admin' | 'secretariat' | 'manager' | 'approver' | 'officer';
export function furnishTeam(
  scene: { base: string; as: Record<Who, Visitor> },
  fiscalYear?: number,
): Promise<{ id: string; roundId: string }>;
