import type { Problem } from '@musubi/backend/contract/problem';
import { api } from './api';
import { Refused } from './refused';

/** What stands under the conditions of an address. Where the API refuses them, it is what stands there without them. */
export async function underConditions<T extends object>(
  path: string,
  query: URLSearchParams,
  without: Record<string, string> = {},
): Promise<T & { refused?: Problem }> {
  try {
    const found: T = await api<T>(`${path}?${query}`);
    return found;
  } catch (error) {
    if (!(error instanceof Refused) || error.problem.status !== 422) throw error;
    const found: T = await api<T>(`${path}?${new URLSearchParams(without)}`);
    return { ...found, refused: error.problem };
  }
}
