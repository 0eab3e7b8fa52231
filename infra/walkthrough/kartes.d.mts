import type { Karte } from '../../backend/src/contract/forms.js';

export const KAMISHIHORO: Karte;
export const NISHIIZU: Karte;
export const KAMIYAMA: Karte;
