import type { Ministry } from '@musubi/backend/contract/ministries';
import { NOBODY, type Recipient, withRecipients } from '@/lib/recipients';
import { Button } from '@/ui/button';
import { CheckboxGroup } from '@/ui/choices';
import { Disclosure } from '@/ui/disclosure';
import { Link } from '@/ui/link';
import { TextField } from '@/ui/text-field';

/** How many divisions a search shows; more are found by a narrower word. */
const SHOWN = 40;

interface Props {
  path: string;
  chosen: readonly Recipient[];
  ministries: readonly Ministry[];
  q: string;
  /** What the directory answers to `q`. */
  hits: readonly Ministry[];
}

/** Whom to ask. Every choice is an address, so that it works without JavaScript and can be sent to a colleague. */
export function RecipientPicker({ path, chosen, ministries, q, hits }: Props) {
  const keys = chosen.map(({ key }) => key);
  const divisionKeys = keys.filter((key) => key.includes(':'));
  return (
    <div className="grid gap-6">
      <Chosen path={path} chosen={chosen} />
      <Disclosure summary="府省庁の一覧から選ぶ" open={chosen.length === 0 && q === ''}>
        <form className="grid gap-4">
          <input type="hidden" name="to" value={NOBODY} />
          {divisionKeys.map((key) => (
            <input key={key} type="hidden" name="to" value={key} />
          ))}
          <CheckboxGroup
            label="府省庁（取りまとめ窓口）"
            name="to"
            id="ministries"
            defaultValues={keys}
            choices={ministries.map(({ id, name }) => ({ value: id, label: name }))}
            inline
          />
          <Button variant="outline">選んだ府省庁を照会先にする</Button>
        </form>
      </Disclosure>
      <div className="grid gap-4">
        <form className="flex flex-wrap items-end gap-4">
          <input type="hidden" name="to" value={NOBODY} />
          {keys.map((key) => (
            <input key={key} type="hidden" name="to" value={key} />
          ))}
          <TextField label="課室を名称で探す" name="q" type="search" defaultValue={q} width="20rem" />
          <Button variant="outline">探す</Button>
        </form>
        {q !== '' && <Hits path={path} keys={keys} q={q} hits={hits} />}
      </div>
    </div>
  );
}

function Chosen({ path, chosen }: Pick<Props, 'path' | 'chosen'>) {
  if (chosen.length === 0) return <p>照会先はまだ選ばれていません。</p>;
  const keys = chosen.map(({ key }) => key);
  return (
    <ul aria-label="選んだ照会先" className="grid gap-1">
      {chosen.map(({ key, label }) => (
        <li key={key} className="flex flex-wrap items-center gap-x-4">
          {label}
          <Link
            href={withRecipients(
              path,
              keys.filter((other) => other !== key),
            )}
          >
            外す<span className="sr-only">：{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Hits({
  path,
  keys,
  q,
  hits,
}: {
  path: string;
  keys: readonly string[];
  q: string;
  hits: readonly Ministry[];
}) {
  const found = hits.flatMap((ministry) => ministry.divisions.map((division) => ({ ministry, division })));
  if (found.length === 0) return <p>「{q}」に当たる課室はありません。別の言葉で探してください。</p>;
  return (
    <>
      <p>
        「{q}」に当たる課室：{found.length}件
        {found.length > SHOWN && `（初めの${SHOWN}件を表示しています。言葉を足すと絞り込めます）`}
      </p>
      <ul className="grid gap-1">
        {found.slice(0, SHOWN).map(({ ministry, division }) => {
          const key = `${ministry.id}:${division.id}`;
          const label = `${ministry.name}　${division.path}`;
          return (
            <li key={key} className="flex flex-wrap items-center gap-x-4">
              {label}
              {keys.includes(key) ? (
                <span className="text-solid-gray-700">選択済み</span>
              ) : (
                <Link href={withRecipients(path, [...keys, key], { q })}>
                  照会先に加える<span className="sr-only">：{label}</span>
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
