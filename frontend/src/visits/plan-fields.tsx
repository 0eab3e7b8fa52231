import type { VisitCategories, VisitSheet } from '@musubi/backend/contract/visits';
import { chosen, type FormState, typed } from '@/lib/form-state';
import { CheckboxGroup, RadioGroup } from '@/ui/choices';
import { DateField } from '@/ui/date-field';
import { Disclosure } from '@/ui/disclosure';
import { FieldGroup } from '@/ui/form-field';
import { TextArea } from '@/ui/text-area';
import { PlaceRow } from './visit-rows';

interface Props {
  state: FormState;
  sheet: VisitSheet;
  members: readonly { personId: string; name: string; ministry: string }[];
  travel: VisitCategories['travel'];
}

/** When, who, where, and who pays. */
export function PlanFields({ state, sheet, members, travel }: Props) {
  return (
    <div className="grid gap-6">
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
        choices={members.map(({ personId, name, ministry }) => ({ value: personId, label: `${name}（${ministry}）` }))}
      />
      <Route {...{ state, sheet }} />
      <TextArea
        label="同行者"
        support="所属と人数を書いてください。"
        rows={2}
        limit={300}
        {...typed(state, 'companions', sheet.companions)}
      />
      <RadioGroup
        label="旅費の区分"
        name="travel"
        error={state.fields?.travel}
        defaultValue={typed(state, 'travel', sheet.travel).defaultValue}
        choices={travel.map(({ code, label }) => ({ value: code, label }))}
      />
    </div>
  );
}

/** Empty rows beyond the next one, for a long way. */
const SPARE = 4;
const MOST = 20;

function Route({ sheet, state }: Pick<Props, 'sheet' | 'state'>) {
  const written = Math.max(sheet.route.length, ...filledRows(state));
  const rows = Array.from({ length: Math.min(written + 1 + SPARE, MOST) }, (_, at) => (
    <PlaceRow key={`row-${String(at)}`} {...{ state, at }} place={sheet.route[at]} />
  ));
  const spare = rows.slice(written + 1);
  return (
    <FieldGroup
      id="route"
      name="route"
      label="行程"
      support="使わない行は空欄のままで構いません。日が空欄の行は、始まりの日とします。"
      error={state.fields?.route}
    >
      {rows.slice(0, written + 1)}
      {spare.length > 0 && (
        <Disclosure summary="行程を更に書く">
          <div className="grid gap-4">{spare}</div>
        </Disclosure>
      )}
    </FieldGroup>
  );
}

/** Which rows come back filled, counted from 1. */
const filledRows = ({ values = {} }: FormState): number[] =>
  Object.entries(values).flatMap(([name, value]) =>
    name.startsWith('route.') && value !== '' ? Number(name.split('.')[1]) + 1 : [],
  );
