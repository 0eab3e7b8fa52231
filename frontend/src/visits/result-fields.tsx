import type { VisitCategories, VisitSheet } from '@musubi/backend/contract/visits';
import { type FormState, typed } from '@/lib/form-state';
import { Checkbox } from '@/ui/choices';
import { FieldGroup } from '@/ui/form-field';
import { TextArea } from '@/ui/text-area';
import { MetRow } from './visit-rows';

interface Props {
  state: FormState;
  sheet: VisitSheet;
  met: VisitCategories['met'];
}

/** What came of a visit, and whom one met. */
export function ResultFields({ state, sheet, met }: Props) {
  const marked = (name: 'media' | 'shared') => (state.values ? state.values[name] === 'true' : sheet[name]);
  return (
    <div className="grid gap-6">
      <TextArea
        label="結果"
        support="分かったこと、決まったこと、次にすること。"
        limit={4000}
        {...typed(state, 'result', sheet.result)}
      />
      <FieldGroup
        id="met"
        name="met"
        label="面会した人"
        support="会わなかった区分は空欄にし、個人の名前は書かないでください。"
        error={state.fields?.met}
      >
        {met.map(({ code, label }, at) => (
          <MetRow
            key={code}
            {...{ state, at, label, code }}
            met={sheet.met.find(({ category }) => category === code)}
          />
        ))}
      </FieldGroup>
      <div className="grid gap-2">
        <Checkbox label="報道の取材があった" name="media" defaultChecked={marked('media')} />
        <Checkbox
          label="結果をほかのチームに共有する"
          name="shared"
          support="実施済みにすると、全ての支援官、支援を受ける団体及び事務局が結果の文を読めます。写真と名前は共有されません。"
          defaultChecked={marked('shared')}
        />
      </div>
    </div>
  );
}
