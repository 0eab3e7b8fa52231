'use client';

import type { Visit, VisitCategories, VisitSheet } from '@musubi/backend/contract/visits';
import type { FormAction, FormState } from '@/lib/form-state';
import { chosen, typed } from '@/lib/form-state';
import { Checkbox, CheckboxGroup, RadioGroup } from '@/ui/choices';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { FieldGroup } from '@/ui/form-field';
import { StoredVersion } from '@/ui/stored-version';
import { TextArea } from '@/ui/text-area';
import { MetRow, PlaceRow } from './visit-rows';

/** Empty rows that a form offers beyond those that are filled. */
const SPARE = 3;

interface Props {
  action: FormAction;
  sheet: VisitSheet;
  /** Of a visit that is there; a plan has its `id` instead. */
  stored?: Pick<Visit, 'version' | 'state'>;
  id?: string;
  members: readonly { personId: string; name: string; ministry: string }[];
  categories: VisitCategories;
}

export function VisitForm({ action, sheet, stored, id, members, categories }: Props) {
  return (
    <Form action={action}>
      {(state) => (
        <>
          {stored && <StoredVersion<Visit> state={state} version={stored.version} show={storedWords} />}
          {id && <input type="hidden" name="id" value={id} />}
          <div className="grid gap-6 sm:grid-cols-2">
            <DateField label="始まりの日" required {...typed(state, 'startsOn', sheet.startsOn)} />
            <DateField
              label="終わりの日"
              support="日帰りなら空欄で構いません。"
              {...typed(state, 'endsOn', sheet.endsOn)}
            />
          </div>
          <CheckboxGroup
            label="訪問する支援官"
            {...chosen(state, 'people', sheet.people)}
            choices={members.map(({ personId, name, ministry }) => ({
              value: personId,
              label: `${name}（${ministry}）`,
            }))}
          />
          <TextArea
            label="同行者"
            support="所属と人数を書いてください。"
            rows={2}
            limit={300}
            {...typed(state, 'companions', sheet.companions)}
          />
          <Route sheet={sheet} state={state} />
          <RadioGroup
            label="旅費の区分"
            name="travel"
            error={state.fields?.travel}
            defaultValue={typed(state, 'travel', sheet.travel).defaultValue}
            choices={categories.travel.map(({ code, label }) => ({ value: code, label }))}
          />
          <FieldGroup
            id="met"
            name="met"
            label="面会した人"
            support="個人の名前は書かないでください。"
            error={state.fields?.met}
          >
            {categories.met.map(({ code, label }, at) => (
              <MetRow
                key={code}
                {...{ state, at, label, code }}
                met={sheet.met.find(({ category }) => category === code)}
              />
            ))}
          </FieldGroup>
          <TextArea
            label="結果"
            support="分かったこと、決まったこと、次にすること。"
            limit={4000}
            {...typed(state, 'result', sheet.result)}
          />
          <Marks sheet={sheet} state={state} />
          <div className="flex flex-wrap gap-4">
            <SubmitButton variant={stored?.state === 'planned' ? 'outline' : 'solid'}>保存する</SubmitButton>
            {stored?.state === 'planned' && (
              <SubmitButton name="intent" value="finish">
                実施済みとして保存する
              </SubmitButton>
            )}
          </div>
        </>
      )}
    </Form>
  );
}

interface Part {
  sheet: VisitSheet;
  state: FormState;
}

function Route({ sheet, state }: Part) {
  const count = Math.max(sheet.route.length + SPARE, ...Object.keys(state.values ?? {}).map(rowAfter));
  return (
    <FieldGroup
      id="route"
      name="route"
      label="行程"
      support="使わない行は空欄のままで構いません。"
      error={state.fields?.route}
    >
      {Array.from({ length: Math.min(count, 20) }, (_, at) => (
        <PlaceRow key={`row-${String(at)}`} {...{ state, at }} place={sheet.route[at]} />
      ))}
    </FieldGroup>
  );
}

const rowAfter = (name: string): number => (name.startsWith('route.') ? Number(name.split('.')[1]) + 1 : 0);

function Marks({ sheet, state }: Part) {
  const marked = (name: 'media' | 'shared') => (state.values ? state.values[name] === 'true' : sheet[name]);
  return (
    <div className="grid gap-2">
      <Checkbox label="報道の取材があった" name="media" defaultChecked={marked('media')} />
      <Checkbox
        label="結果をほかのチームに共有する"
        name="shared"
        support="実施済みにすると、全ての支援官、支援を受ける団体及び事務局が結果の文を読めます。写真と名前は共有されません。"
        defaultChecked={marked('shared')}
      />
    </div>
  );
}

const storedWords = (visit: Visit) => [
  { term: '保存した人', value: visit.updatedBy },
  { term: '期間', value: `${visit.startsOn}〜${visit.endsOn}` },
  { term: '行程', value: visit.route.map(({ time, place }) => `${time} ${place}`.trim()).join('、') || '（なし）' },
  {
    term: '面会した人',
    value: visit.metLabels.map(({ label, count }) => `${label}${count ?? ''}`).join('、') || '（なし）',
  },
  { term: '結果', value: visit.result || '（なし）' },
];
