import type { MeetingAction, MeetingState } from '../contract/meetings.js';
import { DomainError } from '../platform/errors.js';

interface Step {
  from: readonly MeetingState[];
  to: MeetingState;
  by: 'town' | 'desk' | 'both';
}

/** The life of a 打合せ (C10), beside the life of its 相談. Wishing makes the row; a decided date may be decided anew. */
export const MEETING_LIFECYCLE: Record<MeetingAction, Step> = {
  propose: { from: ['wished', 'proposed'], to: 'proposed', by: 'desk' },
  answerCandidates: { from: ['proposed'], to: 'proposed', by: 'town' },
  decide: { from: ['wished', 'proposed', 'decided'], to: 'decided', by: 'desk' },
  recordMinutes: { from: ['decided', 'held'], to: 'held', by: 'desk' },
  cancel: { from: ['wished', 'proposed', 'decided'], to: 'cancelled', by: 'both' },
};

export function nextMeetingState(from: MeetingState, action: MeetingAction): MeetingState {
  const step = MEETING_LIFECYCLE[action];
  if (!step.from.includes(from)) {
    throw new DomainError(
      'conflict',
      'meeting.wrong_state',
      '打合せの状態が変わっています。画面を読み込み直してください。',
    );
  }
  return step.to;
}
