import type { FormState, Values } from '@/lib/form-state';
import { Refused } from '@/lib/refused';

type Outcome<Effect> = { made: Effect; shown?: undefined } | { made?: undefined; shown: FormState };

/** Makes a change whose effect was shown; any other is shown first, also where somebody changed the form after the last look. */
export async function shownBefore<Effect>(
  values: Values,
  send: (preview: boolean) => Promise<Effect>,
): Promise<Outcome<Effect>> {
  if (values.intent !== 'apply') return { shown: { preview: await send(true), values } };
  try {
    return { made: await send(false) };
  } catch (error) {
    if (!(error instanceof Refused) || error.problem.code !== 'effect.unseen') throw error;
    return { shown: { preview: await send(true), values, message: error.message } };
  }
}
