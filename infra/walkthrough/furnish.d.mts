import type { Visitor } from './people.mjs';

type Who = 'town' | 'approver' | 'nishiizu' | 'nishiizuApprover' | 'kamiyama' | 'desk' | 'manager' | 'mic';
export function furnish(scene: { base: string; as: Record<Who, Visitor> }, how?: { scored?: boolean }): Promise<void>;
