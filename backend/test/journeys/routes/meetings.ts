import type { MeetingState } from '../../../src/contract/meetings.js';
import { addActionItem, addMeeting } from '../around-case.js';
import { DESK, onCase, READERS, type Route, type Routes, TOWN } from './route.js';

const CANDIDATE = { startsAt: '2026-12-01T10:00:00+09:00', minutes: 60 };
const VERSION = { version: 1 };

const onMeeting = (to: Route['to'], state: MeetingState, body: object): Route => ({
  to,
  own: true,
  make: async (scene) => ({
    params: { id: await addMeeting(scene.db, await scene.aCase({ state: 'inquiring' }), state, ['meti']) },
    body: { ...VERSION, ...body },
  }),
});

export const MEETINGS: Routes = {
  // For prefecture and officer an empty list.
  'GET /consultations/{id}/meetings': onCase(READERS, 'inquiring'),
  'POST /consultations/{id}/meetings': onCase([...TOWN, ...DESK], 'inquiring', { method: 'online', purpose: '相談' }),
  'POST /meetings/{id}/propose': onMeeting(DESK, 'wished', { candidates: [CANDIDATE] }),
  'POST /meetings/{id}/answerCandidates': onMeeting(TOWN, 'proposed', { suits: [0] }),
  'POST /meetings/{id}/decide': onMeeting(DESK, 'proposed', { ...CANDIDATE, method: 'online', place: '会議室' }),
  'POST /meetings/{id}/recordMinutes': onMeeting(DESK, 'decided', { text: '記録' }),
  'POST /meetings/{id}/cancel': onMeeting([...TOWN, ...DESK], 'proposed', { reason: '都合のため' }),
  'POST /consultations/{id}/action-items': onCase(DESK, 'inquiring', {
    ...{ text: '見積りを取る', owner: 'town', dueOn: '2026-12-18' },
  }),
  'POST /action-items/{id}/finish': {
    to: [...DESK, 'ministry'],
    own: true,
    make: async (scene) => ({
      params: { id: await addActionItem(scene.db, await scene.aCase({ state: 'inquiring' }), 'ministry', 'meti') },
    }),
  },
};
