import {
  TEAM_MEETING_STATE_LABEL,
  type TeamMeetingState,
  type TeamMeetingSummary,
} from '@musubi/backend/contract/team-meetings';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import { Moment } from '@/ui/time';

const TONE: Record<TeamMeetingState, Tone> = { planned: 'active', held: 'done', cancelled: 'closed' };

export const MeetingBadge = ({ state }: { state: TeamMeetingState }) => (
  <StatusBadge tone={TONE[state]}>{TEAM_MEETING_STATE_LABEL[state]}</StatusBadge>
);

const minutesOf = ({ startsAt, endsAt }: TeamMeetingSummary) => (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;

/** When, and where: a link of https leads out of the house. */
export function WhenAndWhere({ meeting }: { meeting: TeamMeetingSummary }) {
  const { startsAt, url, place } = meeting;
  return (
    <>
      <p className="text-std-17B-170">
        <Moment value={startsAt} />
        から{minutesOf(meeting)}分
      </p>
      {url && (
        <p className="break-all">
          <a href={url} rel="noreferrer" className="text-blue-1000 underline underline-offset-4">
            {url}
          </a>
        </p>
      )}
      {place && <p>{place}</p>}
    </>
  );
}
