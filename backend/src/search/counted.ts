import { COUNTED_UP_TO } from '../contract/consultations.js';

/** One more than is told: it says that there are more. */
export const COUNTED = COUNTED_UP_TO + 1;
