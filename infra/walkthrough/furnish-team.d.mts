import type { Visitor } from './people.mjs';

type Who = 'approver' | 'officer' | 'secretariat' | 'manager' | 'admin';
export function furnishTeam(scene: {
  base: string;
  as: Record<Who, Visitor>;
}): Promise<{ id: string; roundId: string; officers: Visitor[]; reserve: Visitor[] }>;
