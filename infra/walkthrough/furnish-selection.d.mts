import type { Visitor } from './people.mjs';

type Who = 'admin' | 'secretariat' | 'approver' | 'nishiizuApprover' | 'kamiyama';
export function furnishSelection(
  scene: { base: string; as: Record<Who, Visitor> },
  fiscalYear: number,
): Promise<{ roundId: string; applications: string[] }>;
