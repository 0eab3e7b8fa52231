import { DESK_WORK } from './desk-work.js';
import { MINISTRY_WORK } from './ministry-work.js';
import { SUPPORT_WORK } from './support-work.js';
import { TOWN_WORK } from './town-work.js';
import type { Section } from './work-section.js';

/** 今日の仕事, most urgent first. A person with several roles has the heaps of each. */
export const SECTIONS: readonly Section[] = [...TOWN_WORK, ...DESK_WORK, ...SUPPORT_WORK, ...MINISTRY_WORK];
