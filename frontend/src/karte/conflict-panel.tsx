'use client';

import type { FormChoices, FormDefinition } from '@musubi/backend/contract/forms';
import { Button } from '@/ui/button';
import { clock } from './clock';
import { type Difference, differences } from './differences';
import type { Stale } from './save-status';

interface Props {
  form: FormDefinition;
  choices: FormChoices;
  stale: Stale;
}

/** Somebody else saved first. Both texts side by side, item by item; nothing is decided for the person. */
export function ConflictPanel({ form, choices, stale: { mine, current, base } }: Props) {
  const found = differences(form, choices, { mine, theirs: current, base });
  const who = `${current.savedBy}、${clock(current.savedAt)}`;
  return (
    <section
      id="conflict"
      aria-labelledby="conflict-title"
      tabIndex={-1}
      className="grid gap-4 rounded-12 border-[3px] border-warning-yellow-2 bg-white p-4 md:p-6"
    >
      <h2 id="conflict-title" className="text-std-20B-150">
        別の画面又は別の人が先に保存しました
      </h2>
      <p>
        {found.length > 0
          ? '内容が異なる項目です。残す方を項目ごとに選んで、保存してください。選ぶまで、どちらの内容も失われません。'
          : '内容は同じです。そのまま保存してください。'}
      </p>
      <input type="hidden" name="currentVersion" value={current.version} />
      {found.map((difference) => (
        <Choice key={difference.key} difference={difference} who={who} />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button name="intent" value="resolve">
          選んだ内容で保存
        </Button>
        <Button variant="outline" name="intent" value="mine">
          すべて自分の入力で保存
        </Button>
        <Button variant="outline" name="intent" value="theirs">
          すべて保存済みの内容にする
        </Button>
      </div>
    </section>
  );
}

function Choice({
  difference: { key, no, label, mine, theirs, proposed },
  who,
}: {
  difference: Difference;
  who: string;
}) {
  const side = (value: 'mine' | 'theirs', title: string, text: string) => (
    <label className="grid min-w-0 content-start gap-2 rounded-8 border border-solid-gray-420 p-3 has-[:checked]:border-2 has-[:checked]:border-blue-900 has-[:checked]:bg-blue-50">
      <span className="flex items-start gap-2 font-700">
        <input
          type="radio"
          name={`take.${key}`}
          value={value}
          defaultChecked={value === proposed}
          className="mt-0.5 size-6 shrink-0 accent-blue-900"
        />
        {title}
      </span>
      <span className="whitespace-pre-wrap">{text === '' ? '（未入力）' : text}</span>
    </label>
  );
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-700">{`${no}　${label}`}</legend>
      <div className="grid gap-2 md:grid-cols-2">
        {side('mine', '自分の入力', mine)}
        {side('theirs', `保存済みの内容（${who}）`, theirs)}
      </div>
    </fieldset>
  );
}
