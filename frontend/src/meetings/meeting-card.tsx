import { formatWarekiTime } from '@musubi/backend/contract/calendar';
import {
  MEETING_ACTION_LABEL,
  MEETING_METHOD_LABEL,
  MEETING_STATE_LABEL,
  type Meeting,
  type MeetingAction,
  type MeetingState,
} from '@musubi/backend/contract/meetings';
import type { ReactNode } from 'react';
import { Card } from '@/ui/card';
import type { Choice } from '@/ui/choices';
import { DescriptionList } from '@/ui/description-list';
import { Disclosure } from '@/ui/disclosure';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import { Moment } from '@/ui/time';
import { AnswerForm, CancelForm, DecideForm, MinutesForm, ProposeForm } from './meeting-forms';

const TONE: Record<MeetingState, Tone> = {
  wished: 'waiting',
  proposed: 'waiting',
  decided: 'active',
  held: 'done',
  cancelled: 'closed',
};

const SUITS = { true: '都合がよい', false: '都合が合わない', null: '返答待ち' } as const;

export function MeetingCard({ meeting, ministries }: { meeting: Meeting; ministries: Choice[] }) {
  const labels = meeting.candidates.map(({ startsAt, minutes }) => `${formatWarekiTime(startsAt)}から${minutes}分`);
  const forms: Record<MeetingAction, ReactNode> = {
    propose: <ProposeForm meeting={meeting} />,
    answerCandidates: <AnswerForm meeting={meeting} labels={labels} />,
    decide: <DecideForm meeting={meeting} ministries={ministries} local={localTime(meeting)} />,
    recordMinutes: <MinutesForm meeting={meeting} />,
    cancel: <CancelForm meeting={meeting} />,
  };
  return (
    <Card
      title={meeting.purpose}
      actions={<StatusBadge tone={TONE[meeting.state]}>{MEETING_STATE_LABEL[meeting.state]}</StatusBadge>}
    >
      <div className="grid gap-4">
        <DescriptionList items={facts(meeting, labels)} preserve />
        {meeting.allowedActions.map((action) => (
          <Disclosure key={action} summary={MEETING_ACTION_LABEL[action]}>
            {forms[action]}
          </Disclosure>
        ))}
      </div>
    </Card>
  );
}

function facts({ method, startsAt, minutes, place, candidates, ministries, minutesText }: Meeting, labels: string[]) {
  return [
    { term: '方法', value: MEETING_METHOD_LABEL[method] },
    ...(startsAt
      ? [
          {
            term: '日時',
            value: (
              <>
                <Moment value={startsAt} />
                から{minutes}分
              </>
            ),
          },
        ]
      : []),
    ...(place ? [{ term: '場所・接続先', value: place }] : []),
    ...(!startsAt && labels.length > 0
      ? [
          {
            term: '候補日',
            value: labels.map((label, i) => `${label}（${SUITS[`${candidates[i]?.suits ?? null}`]}）`).join('\n'),
          },
        ]
      : []),
    ...(ministries.length > 0
      ? [{ term: '出席する府省庁', value: ministries.map(({ name }) => name).join('、') }]
      : []),
    ...(minutesText ? [{ term: '議事メモ', value: minutesText }] : []),
  ];
}

/** Tokyo wall time as a date field wants it; of the decided date, else of the first candidate that suits. */
function localTime({ startsAt, candidates }: Meeting): string {
  const at = startsAt ?? candidates.find(({ suits }) => suits)?.startsAt ?? candidates[0]?.startsAt;
  if (!at) return '';
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(at))
    .replace(' ', 'T');
}
