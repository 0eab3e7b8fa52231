import { ANSWER_KIND_LABEL } from '@musubi/backend/contract/answers';
import type { ReplySource } from '@musubi/backend/contract/replies';
import type { Route } from 'next';
import { Chip } from '@/ui/chip';
import { Link } from '@/ui/link';
import { InwardNote } from '@/ui/voice';

/** What a ministry submitted, as it stands: the desk reads it beside its own words and cannot change it. */
export function SourceView({ source }: { source: ReplySource }) {
  const { ministry, division, answer, notApplicable } = source;
  return (
    <InwardNote label={`${ministry}の回答（団体には見えません）`}>
      <div className="grid gap-2 text-dns-14N-130 whitespace-normal">
        <p className="flex flex-wrap items-center gap-2">
          <Chip>{answer ? ANSWER_KIND_LABEL[answer.kind] : '該当なし'}</Chip>
          {answer && !answer.public && <Chip>公表不可</Chip>}
          {division && <span>{division}</span>}
        </p>
        {answer && <Answer answer={answer} />}
        {notApplicable && (
          <Facts
            facts={[
              ['該当なしの理由', notApplicable.reason],
              ['代わりの照会先', notApplicable.suggestedMinistry ?? ''],
            ]}
          />
        )}
      </div>
    </InwardNote>
  );
}

function Answer({ answer }: { answer: NonNullable<ReplySource['answer']> }) {
  return (
    <>
      {answer.measureName && <p className="font-700">{answer.measureName}</p>}
      <p className="whitespace-pre-wrap">{answer.points}</p>
      <Facts
        facts={[
          ['要件・留意点', answer.requirements],
          ['公募時期', answer.callPeriod],
          ['補助率・上限', answer.rateCeiling],
          ['出典', answer.basedOnNumber ? `${answer.basedOnNumber}への回答を基にした回答` : ''],
          ['担当', [answer.division, answer.tel, answer.email].filter(Boolean).join('　')],
        ]}
      />
      {answer.url && <Link href={answer.url as Route}>{answer.url}</Link>}
    </>
  );
}

function Facts({ facts }: { facts: readonly [string, string][] }) {
  return (
    <dl className="grid gap-1">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt className="inline font-700">{label}：</dt>
            <dd className="inline whitespace-pre-wrap">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
