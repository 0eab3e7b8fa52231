import { formatWarekiWeekday } from '@musubi/backend/contract/calendar';
import type { ExplanationLine, SetCause } from '@musubi/backend/contract/deadlines';
import type { ReactNode } from 'react';
import { Day, Moment } from './time';

type Skipped = { day: string; name: string }[];
type LineOf<Kind extends ExplanationLine['kind']> = Extract<ExplanationLine, { kind: Kind }>;

const CAUSE: Record<SetCause, string> = {
  asked: '照会するときに、期限の日を指定しました。',
  extension: '期限の延長を認めました。',
  changed: '窓口が期限を変更しました。',
  earlier: '根拠の記録を始める前に定めた期限です。',
};

function told(line: ExplanationLine): { what: string; more: ReactNode } {
  switch (line.kind) {
    case 'start':
      return { what: '起算日', more: <Started {...line} /> };
    case 'count':
      return { what: `${line.workdays}営業日`, more: <NotCounted days={line.skipped} /> };
    case 'set':
      return { what: '日の指定', more: <Named {...line} /> };
    case 'pause':
      return { what: line.until ? '停止' : '停止中', more: <Stopped {...line} /> };
    case 'recount':
      return { what: '計算のやり直し', more: <Recounted {...line} /> };
    case 'due':
      return { what: '期限', more: null };
  }
}

/** The reckoning of a date, step by step; the last line is the date. */
export function ExplanationLines({ lines }: { lines: readonly ExplanationLine[] }) {
  return (
    <ol className="grid gap-2 text-std-16N-170">
      {lines.map((line) => {
        const { what, more } = told(line);
        const isDue = line.kind === 'due';
        return (
          <li
            key={JSON.stringify(line)}
            className={`grid grid-cols-[7rem_1fr] gap-x-4 ${isDue ? 'border-t border-black pt-2 font-700' : ''}`}
          >
            <span>{what}</span>
            <div>
              <p>
                <span className="sr-only">この段階の日付：</span>
                <Day value={line.day} weekday />
              </p>
              {more && <div className="text-dns-14N-130 whitespace-normal text-solid-gray-800">{more}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Started({ at, late, cutOff, skipped }: LineOf<'start'>) {
  return (
    <>
      <p>
        <Moment value={at} />
        {late ? `（締切の${cutOff}を過ぎたため、次の営業日から数えます）` : 'から数え始めました。'}
      </p>
      <NotCounted days={skipped} />
    </>
  );
}

function Named({ at, cause, by, reason, wanted, skipped }: LineOf<'set'>) {
  return (
    <>
      <p>
        <Moment value={at} />　{CAUSE[cause]}
        {by && `（${by}）`}
      </p>
      {reason && <p className="whitespace-pre-wrap">理由：{reason}</p>}
      {skipped.length > 0 && (
        <p>
          指定した日（
          <Day value={wanted} />
          ）が休日のため、次の営業日としました。
        </p>
      )}
      <NotCounted days={skipped} />
    </>
  );
}

function Stopped({ from, until, workdays, closed, skipped }: LineOf<'pause'>) {
  if (!until) {
    return (
      <p>
        <Day value={from} />
        から、相手方の返答を待っています。返答の後、止まっていた営業日数だけ期限を延ばします。
      </p>
    );
  }
  return (
    <>
      <p>
        <Day value={from} />
        から
        <Day value={until} />
        まで返答を待ちました。
        {workdays > 0
          ? `この${workdays}営業日だけ、期限を延ばしました。`
          : '営業日をまたがないため、期限は変わりません。'}
      </p>
      {closed.length > 0 && <p>止まっていた間の休日：{list(closed)}</p>}
      <NotCounted days={skipped} />
    </>
  );
}

function Recounted({ at, cause, before }: LineOf<'recount'>) {
  return (
    <p>
      <Moment value={at} />　{cause === 'holiday' ? '休日' : '期限の規則'}の変更により、
      <Day value={before} />
      から計算し直しました。上の段階には変更後の休日と規則が入っています。
    </p>
  );
}

const NotCounted = ({ days }: { days: Skipped }) => (days.length > 0 ? <p>数えない日：{list(days)}</p> : null);

const list = (days: Skipped): string =>
  days
    .map(({ day, name }) => {
      const weekday = formatWarekiWeekday(day).replace(/^.*年/, '');
      return /^[土日]曜日$/.test(name) ? weekday : `${weekday} ${name}`;
    })
    .join('、');
