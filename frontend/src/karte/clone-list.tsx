import { formatWareki, tokyoDay } from '@musubi/backend/contract/calendar';
import type { NewKarteOptions } from '@musubi/backend/contract/karte';
import { EmptyState } from '@/ui/empty-state';
import { BeginForm } from './begin-form';

/** The towns' own カルテ to start from. */
export function CloneList({ kartes, severalTowns }: { kartes: NewKarteOptions['kartes']; severalTowns: boolean }) {
  if (kartes.length === 0) return <EmptyState title="これまでに作った相談カルテはありません" />;
  return (
    <ul className="grid gap-2">
      {kartes.map(({ id, number, title, town, createdAt }) => (
        <li
          key={id}
          className="grid gap-2 rounded-8 border border-solid-gray-420 p-4 md:grid-cols-[1fr_auto] md:items-center"
        >
          <div>
            <h3 className="text-std-17B-170">{title}</h3>
            <p className="text-dns-14N-130 text-solid-gray-700">
              {[severalTowns && town, number ?? '未提出', `${formatWareki(tokyoDay(createdAt))}作成`]
                .filter(Boolean)
                .join('　')}
            </p>
          </div>
          <BeginForm
            name={id}
            values={{ cloneOf: id }}
            towns={[]}
            button="複製して始める"
            variant="outline"
            size="sm"
          />
        </li>
      ))}
    </ul>
  );
}
