import type { GoodPractice } from '@musubi/backend/contract/good-practices';
import { Button } from '@/ui/button';
import { ChipList } from '@/ui/chip';
import { EmptyState } from '@/ui/empty-state';
import { TextField } from '@/ui/text-field';
import { BeginForm } from './begin-form';

interface Props {
  q: string;
  practices: readonly GoodPractice[];
  total: number;
  towns: readonly { code: string; label: string }[];
}

/** 好事例 to start from: searched by a plain GET form, begun with one press. */
export function PracticeSearch({ q, practices, total, towns }: Props) {
  return (
    <div className="grid gap-4">
      <form method="get" action="#practices" className="flex flex-wrap items-end gap-2">
        <TextField label="好事例を探す" support="取組の名称、地域、要素" name="q" defaultValue={q} width="20rem" />
        <Button variant="outline">探す</Button>
      </form>
      {practices.length === 0 && (
        <EmptyState title="当てはまる好事例はありません">別の言葉で探してください。</EmptyState>
      )}
      <ul className="grid gap-4">
        {practices.map(({ id, name, places, elements, fields }) => (
          <li
            key={id}
            className="grid gap-2 rounded-8 border border-solid-gray-420 p-4 md:grid-cols-[1fr_auto] md:items-center md:gap-6"
          >
            <div className="grid gap-1">
              <h3 className="text-std-17B-170">{name}</h3>
              <p>{places.map(({ label }) => label).join('、')}</p>
              <p>{elements.join(' × ')}</p>
              <ChipList label="政策分野" items={fields.map((field) => field.name)} />
            </div>
            <BeginForm
              name={id}
              values={{ practiceId: id }}
              towns={towns}
              button="この好事例から始める"
              variant="outline"
              size="sm"
            />
          </li>
        ))}
      </ul>
      {total > practices.length && (
        <p>{`${total}件のうち${practices.length}件を表示しています。言葉を加えて絞り込んでください。`}</p>
      )}
    </div>
  );
}
