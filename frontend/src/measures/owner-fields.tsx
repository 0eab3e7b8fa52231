import type { MeasureForm } from '@musubi/backend/contract/measure-edit';
import { type FormState, typed } from '@/lib/form-state';
import { DateField } from '@/ui/date-field';
import { SubmitButton } from '@/ui/form';
import { type Option, Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';
import { ownerCount } from './edit-values';

export interface OwnerLists {
  ministries: readonly Option[];
  relations: readonly Option[];
  bases: readonly Option[];
}

/** Who owns the measure, on what that rests, and from when to when. */
export function OwnerFields({
  owners,
  others,
  lists,
  state,
}: {
  owners: MeasureForm['content']['owners'];
  others: readonly string[];
  lists: OwnerLists;
  state: FormState;
}) {
  const count = ownerCount(state.values, owners.length);
  return (
    <div className="grid gap-6">
      <input type="hidden" name="owners" value={count} />
      {others.length > 0 && <p>名簿にない所管（そのまま残ります）：{others.join('、')}</p>}
      {Array.from({ length: count }, (_, i) => {
        const at = `content.owners.${i}`;
        const owner = owners[i];
        return (
          <fieldset key={at} className="grid gap-4 border-l-4 border-solid-gray-200 pl-4">
            <legend className="mb-3 text-std-17B-170">所管{i + 1}</legend>
            <Select
              label="府省庁"
              options={lists.ministries}
              empty="選んでください"
              required
              {...typed(state, `${at}.ministryId`, owner?.ministryId)}
            />
            <TextField
              label="課室"
              width="32rem"
              support="府省庁全体のときは空にします。"
              {...typed(state, `${at}.division`, owner?.division)}
            />
            <div className="flex flex-wrap gap-4">
              <Select
                label="関係"
                width="10rem"
                options={lists.relations}
                {...typed(state, `${at}.relation`, owner?.relation)}
              />
              <Select
                label="根拠"
                options={lists.bases}
                {...typed(state, `${at}.basis`, owner?.basis ?? 'confirmed')}
              />
            </div>
            <div className="flex flex-wrap gap-4">
              <DateField label="始まりの日" required {...typed(state, `${at}.validFrom`, owner?.validFrom)} />
              <DateField
                label="終わりの日"
                support="続いているときは空にします。"
                {...typed(state, `${at}.validTo`, owner?.validTo)}
              />
            </div>
            <div>
              <SubmitButton name="intent" value={`removeOwner-${i}`} variant="danger" size="xs">
                所管{i + 1}を外す
              </SubmitButton>
            </div>
          </fieldset>
        );
      })}
      <div>
        <SubmitButton name="intent" value="addOwner" variant="outline" size="sm">
          所管を足す
        </SubmitButton>
      </div>
    </div>
  );
}
