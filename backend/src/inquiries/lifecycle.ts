import type { InquiryAction, InquiryState, RowState } from '../contract/inquiries.js';
import { DomainError } from '../platform/errors.js';

/** Where an inquiry goes, seen where it stands and how its question rows are. */
type To = (from: InquiryState, rows: readonly RowState[]) => InquiryState;

interface Step {
  from: readonly InquiryState[];
  to: To;
  by: 'ministry' | 'desk' | 'system';
}

const LIVE: readonly InquiryState[] = ['asked', 'acknowledged', 'questioned'];

const stays: To = (from) => from;
const into =
  (state: InquiryState): To =>
  () =>
    state;
/** Whoever starts to write has seen the inquiry. */
const begins: To = (from) => (from === 'asked' ? 'acknowledged' : from);
/** No open row left: it ends as what its rows say, one answer outweighing the rest. */
const settles: To = (from, rows) => {
  if (rows.includes('open')) return begins(from, rows);
  return (['answered', 'notApplicable'] as const).find((state) => rows.includes(state)) ?? 'cancelled';
};

/** The life of a 照会. Its state changes only by a row of this table; asking makes it, in `asked`. */
export const INQUIRY_LIFE: Record<InquiryAction, Step> = {
  acknowledge: { from: ['asked'], to: into('acknowledged'), by: 'ministry' },
  handOn: { from: LIVE, to: stays, by: 'ministry' },
  save: { from: LIVE, to: begins, by: 'ministry' },
  answer: { from: LIVE, to: settles, by: 'ministry' },
  requestExtension: { from: LIVE, to: begins, by: 'ministry' },
  askBack: { from: ['asked', 'acknowledged'], to: into('questioned'), by: 'ministry' },
  replyBack: { from: ['questioned'], to: into('acknowledged'), by: 'desk' },
  decideExtension: { from: LIVE, to: stays, by: 'desk' },
  changeDue: { from: ['asked', 'acknowledged'], to: stays, by: 'desk' },
  cancel: { from: LIVE, to: settles, by: 'desk' },
  handOver: { from: [...LIVE, 'answered', 'notApplicable'], to: stays, by: 'desk' },
};

/** @throws DomainError conflict, when the table has no such step from here. */
export function mustAllow(from: InquiryState, action: InquiryAction): void {
  if (INQUIRY_LIFE[action].from.includes(from)) return;
  throw new DomainError(
    'conflict',
    'inquiry.wrong_state',
    'この照会の現在の状態では、この操作を行えません。画面を読み込み直して、最新の状態を確認してください。',
  );
}
