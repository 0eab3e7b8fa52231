import { fiscalYearLabel } from '../contract/calendar.js';
import type { CallKind } from '../contract/rounds.js';

const OF: Record<CallKind, string> = { town: '市町村', officer: '支援官' };

/** 伴走-R9-市町村-0001 */
export const applicationNumber = (fiscalYear: number, kind: CallKind, serial: number): string =>
  `伴走-${fiscalYearLabel(fiscalYear)}-${OF[kind]}-${String(serial).padStart(4, '0')}`;
