import type { Submission } from '@musubi/backend/contract/karte';
import { Card } from '@/ui/card';
import { Moment } from '@/ui/time';

/** What each correction changed: before and after, item by item. */
export function SubmissionChanges({ submissions }: { submissions: readonly Submission[] }) {
  const corrected = submissions.filter(({ round }) => round > 1);
  if (corrected.length === 0) return null;
  return (
    <Card title="補正で変わった項目">
      <div className="grid gap-6">
        {corrected.map(({ round, submittedAt, submittedBy, changes }) => (
          <section key={round} className="grid gap-3" aria-label={`${round}回目の提出`}>
            <h3 className="text-std-17B-170">
              {`${round}回目の提出　`}
              <Moment value={submittedAt} />
              {`　${submittedBy}`}
            </h3>
            {changes.length === 0 && <p>変わった項目はありません。</p>}
            {changes.map(({ no, label, before, after }) => (
              <div key={no} className="grid gap-2">
                <h4 className="font-700">{`${no}　${label}`}</h4>
                <div className="grid gap-2 md:grid-cols-2">
                  <Text title="前" text={before} />
                  <Text title="後" text={after} />
                </div>
              </div>
            ))}
          </section>
        ))}
      </div>
    </Card>
  );
}

function Text({ title, text }: { title: string; text: string }) {
  return (
    <div className="min-w-0 rounded-8 border border-solid-gray-420 p-3">
      <p className="text-dns-14N-130 text-solid-gray-700">{title}</p>
      <p className="whitespace-pre-wrap">{text === '' ? '（記入なし）' : text}</p>
    </div>
  );
}
