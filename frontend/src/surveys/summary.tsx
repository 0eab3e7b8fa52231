import type { SatisfactionReport } from '@musubi/backend/contract/satisfaction';
import type { ReactNode } from 'react';
import { NumberLink, oneDecimal } from './number-link';

type Numbers = Pick<
  SatisfactionReport,
  'questions' | 'invited' | 'invitedHref' | 'n' | 'responsesHref' | 'responseRate'
>;

/** The three numbers people ask for first. */
export function Summary({ report }: { report: Numbers }) {
  const [main] = report.questions;
  return (
    <dl className="grid gap-4 sm:grid-cols-3">
      <Big term={`${main?.label ?? '評価'}の平均`} note="5が良い、1が悪い。小数第2位を四捨五入">
        <NumberedMean value={main?.mean ?? null} />
      </Big>
      <Big
        term="回答数"
        note={
          <>
            依頼 <NumberLink value={report.invited} href={report.invitedHref} unit="件" />
          </>
        }
      >
        <NumberLink value={report.n} href={report.responsesHref} />
        <span className="text-std-17B-170">件</span>
      </Big>
      <Big term="回答率" note="回答数 ÷ 依頼した件数">
        {oneDecimal(report.responseRate)}
        <span className="text-std-17B-170">％</span>
      </Big>
    </dl>
  );
}

function NumberedMean({ value }: { value: number | null }) {
  return (
    <>
      {oneDecimal(value)}
      <span className="text-std-17B-170"> / 5</span>
    </>
  );
}

function Big({ term, note, children }: { term: string; note: ReactNode; children: ReactNode }) {
  return (
    <div className="rounded-12 border border-solid-gray-420 p-4">
      <dt className="font-700 text-solid-gray-700">{term}</dt>
      <dd>
        <span className="block text-std-45B-140 tabular-nums">{children}</span>
        <span className="text-dns-14N-130 text-solid-gray-700">{note}</span>
      </dd>
    </div>
  );
}
