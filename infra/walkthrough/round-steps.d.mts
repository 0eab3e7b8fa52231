import type { Visitor } from './people.mjs';

export function openRound(secretariat: Visitor, fiscalYear: number, places: number): Promise<string>;
export function review(reviewer: Visitor, applicationId: string): Promise<void>;
