'use client';

import { chosen, type FormState, typed } from '@/lib/form-state';
import { Card } from '@/ui/card';
import { Checkbox } from '@/ui/choices';
import { SubmitButton } from '@/ui/form';
import { Link } from '@/ui/link';
import { type Option, Select } from '@/ui/select';

/** A measure that may be taken into the draft, in words. */
export interface Pickable {
  id: string;
  title: string;
  note: string;
  ended: boolean;
  questionRowId: string;
}

/** Accepted measures and those of the reader's own 控え, each with the question under which it is to stand. */
export function MeasurePicker({
  items,
  questions,
  state,
}: {
  items: readonly Pickable[];
  questions: readonly Option[];
  state: FormState;
}) {
  const ticked = chosen(state, 'take').defaultValues;
  return (
    <Card title="施策を足す" id="measures">
      <div className="grid gap-4">
        <p>
          採用した施策と、自分の控えの施策です。施策の登録にある対象者、金額、公募期間、連絡先を、そのまま文章にします。ほかの施策は、
          <Link href="/measures">施策の一覧</Link>で控えに入れてください。
        </p>
        {items.length === 0 && <p>採用した施策も、控えの施策もありません。</p>}
        {items.map(({ id, title, note, questionRowId }) => (
          <div key={id} className="grid items-start gap-3 border-t border-solid-gray-420 pt-3 lg:grid-cols-[1fr_22rem]">
            <Checkbox
              label={title}
              support={note}
              name="take"
              id={`take.${id}`}
              value={id}
              defaultChecked={ticked.includes(id)}
            />
            <Select
              label={
                <>
                  置く質問<span className="sr-only">：{title}</span>
                </>
              }
              options={questions}
              width="100%"
              {...typed(state, `takeFor.${id}`, questionRowId)}
            />
          </div>
        ))}
        {items.some(({ ended }) => ended) && (
          <Checkbox
            label="公募が終了した施策も、終了を承知のうえで加えます"
            name="endedConfirmed"
            error={state.fields?.endedConfirmed}
            defaultChecked={state.values?.endedConfirmed === 'true'}
          />
        )}
        {items.length > 0 && (
          <div>
            <SubmitButton name="intent" value="take" variant="outline" size="sm">
              選んだ施策を回答案に加える
            </SubmitButton>
          </div>
        )}
      </div>
    </Card>
  );
}
