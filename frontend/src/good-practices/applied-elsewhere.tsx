import type { PracticeApplications } from '@musubi/backend/contract/good-practices';
import type { Route } from 'next';
import { Link } from '@/ui/link';

/** Where a 好事例 was applied: published 事例票 for everybody, 相談 for those who read them. */
export function AppliedElsewhere({ consultations, total, practices }: PracticeApplications) {
  if (consultations.length + practices.length === 0) return <p>この事例を元にした取組は、まだありません。</p>;
  return (
    <div className="grid gap-4">
      {practices.length > 0 && (
        <div className="grid gap-2">
          <h3 className="text-std-17B-170">公開されている事例票</h3>
          <ul className="list-disc pl-6">
            {practices.map(({ id, name, places }) => (
              <li key={id}>
                <Link href={`/good-practices/${id}` as Route}>{name}</Link>（{places.join('、')}）
              </li>
            ))}
          </ul>
        </div>
      )}
      {consultations.length > 0 && (
        <div className="grid gap-2">
          <h3 className="text-std-17B-170">この事例から始まった相談</h3>
          <ul className="list-disc pl-6">
            {consultations.map(({ id, number, title, municipality, stateLabel }) => (
              <li key={id}>
                <Link href={`/consultations/${id}` as Route}>{title || '（件名なし）'}</Link>（
                {[municipality, number, stateLabel].filter(Boolean).join('、')}）
              </li>
            ))}
          </ul>
          {total > consultations.length && (
            <p>{`${total.toLocaleString('ja-JP')}件のうち、新しい${consultations.length}件を表示しています。`}</p>
          )}
        </div>
      )}
    </div>
  );
}
