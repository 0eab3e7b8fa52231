import { tokyoTime } from '@musubi/backend/contract/calendar';
import { CALENDAR_KIND_LABEL, type TeamCalendarEntry } from '@musubi/backend/contract/team-calendar';
import type { Route } from 'next';
import { Chip } from '@/ui/chip';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';

const monthOf = ({ firstDay }: TeamCalendarEntry) => firstDay.slice(0, 7);

/** 令和9年4月, of 2027-04. */
function monthName(month: string): string {
  const formatter = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    era: 'long',
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return formatter.format(new Date(`${month}-01T00:00:00Z`));
}

/** The year of a team, month by month. */
export function Months({ entries, today, teamId }: { entries: TeamCalendarEntry[]; today: string; teamId: string }) {
  const months = [...new Set(entries.map(monthOf))];
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {months.map((month) => (
        <section key={month} className="grid content-start gap-2" aria-label={monthName(month)}>
          <h2 className="border-b-2 border-blue-900 pb-1 text-std-18B-160">
            {monthName(month)}
            {month === today.slice(0, 7) && <span className="ml-2 text-dns-14N-130">今月</span>}
          </h2>
          <ul className="divide-y divide-solid-gray-420">
            {entries
              .filter((entry) => monthOf(entry) === month)
              .map((entry) => (
                <Entry key={entry.kind + entry.id} entry={entry} teamId={teamId} past={entry.lastDay < today} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Entry({ entry, teamId, past }: { entry: TeamCalendarEntry; teamId: string; past: boolean }) {
  const { kind, id, firstDay, lastDay, startsAt, title, done, cancelled } = entry;
  const href = kind === 'meeting' || kind === 'visit' ? `/teams/${teamId}/${kind}s/${id}` : null;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
      <p className={past ? 'text-solid-gray-700' : 'font-700'}>
        <Day value={firstDay} weekday />
        {startsAt && `　${tokyoTime(startsAt)}`}
        {lastDay > firstDay && (
          <>
            から
            <Day value={lastDay} weekday />
            まで
          </>
        )}
      </p>
      <Chip>{CALENDAR_KIND_LABEL[kind]}</Chip>
      <p className="min-w-0 basis-full break-words">
        {href ? <Link href={href as Route}>{title}</Link> : title}
        {cancelled && '（取りやめ）'}
        {done && '（済）'}
      </p>
    </li>
  );
}
