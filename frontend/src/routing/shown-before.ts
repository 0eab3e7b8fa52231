import type { FormState, Values } from '@/lib/form-state';
import { Refused } from '@/lib/refused';

const CHANGED =
  '確認した後に入力内容が変わったため、影響を確認し直しました。下の結果を確かめて、もう一度送信してください。';

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
    return { shown: { preview: await send(true), values, message: CHANGED } };
  }
}
