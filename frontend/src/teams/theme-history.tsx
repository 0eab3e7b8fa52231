import { THEME_PART_LABEL, type ThemePart, type ThemeVersion } from '@musubi/backend/contract/teams';
import { Card } from '@/ui/card';
import { Moment } from '@/ui/time';

const textOf = (theme: ThemeVersion | undefined, part: ThemePart): string =>
  part === 'fields' ? (theme?.fields ?? []).map(({ name }) => name).join('、') : (theme?.[part] ?? '');

/** Who changed what when, the newest first, with the words before and after. */
export function ThemeHistory({ versions }: { versions: readonly ThemeVersion[] }) {
  return (
    <Card title="変更の履歴">
      <ol className="grid gap-6" reversed>
        {versions.map((one, index) => (
          <li key={one.version} className="grid gap-3">
            <h3 className="text-std-17B-170">
              <Moment value={one.savedAt} />
              {`　${one.savedBy}`}
            </h3>
            {one.changed.length === 0 && <p>内容を変えずに保存しました。</p>}
            {one.changed.map((part) => (
              <Change
                key={part}
                label={THEME_PART_LABEL[part]}
                before={textOf(versions[index + 1], part)}
                after={textOf(one, part)}
              />
            ))}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Change({ label, before, after }: { label: string; before: string; after: string }) {
  return (
    <div className="grid gap-2">
      <h4 className="font-700">{label}</h4>
      <div className={before ? 'grid gap-2 md:grid-cols-2' : 'grid gap-2'}>
        {before && <Side title="前" text={before} />}
        <Side title={before ? '後' : '記入'} text={after} />
      </div>
    </div>
  );
}

const Side = ({ title, text }: { title: string; text: string }) => (
  <div className="min-w-0 rounded-8 border border-solid-gray-420 p-3">
    <p className="text-dns-14N-130 text-solid-gray-700">{title}</p>
    <p className="whitespace-pre-wrap break-words">{text || '（記入なし）'}</p>
  </div>
);
