'use client';

import type { KpiContent } from '@musubi/backend/contract/team-kpis';
import { type FormAction, type FormState, typed } from '@/lib/form-state';
import { Checkbox, RadioGroup } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { FieldGroup } from '@/ui/form-field';
import { StoredVersion } from '@/ui/stored-version';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { ACTUALS } from './rows';

export interface KindChoice {
  value: string;
  label: string;
  support: string;
}

type Stored = KpiContent & { version: number };

/** One KPI. `kpi` is what stands now; nothing where it is being added. */
export function KpiForm({
  action,
  kinds,
  kpi,
}: {
  action: FormAction;
  kinds: readonly KindChoice[];
  kpi: Stored | null;
}) {
  const rows = Math.min(ACTUALS, Math.max(2, (kpi?.actuals.length ?? 0) + 1));
  return (
    <Form action={action}>
      {(state) => (
        <>
          <StoredVersion<Stored> state={state} version={kpi?.version ?? 0} show={shown} />
          <TextField label="指標の名称" {...typed(state, 'name', kpi?.name)} maxLength={100} width="100%" required />
          <TextField label="単位" support="人、件、％など" {...typed(state, 'unit', kpi?.unit)} width="8rem" />
          <RadioGroup
            label="指標の種類"
            support="種類によって、進捗率の算式が変わります。"
            {...typed(state, 'kind', kpi?.kind ?? 'higher')}
            choices={kinds}
            required
          />
          <Pair state={state} label="基準値" name="baseline" value={kpi?.baseline} year={kpi?.baselineYear} />
          <Pair
            state={state}
            label="目標値"
            name="target"
            value={kpi?.target}
            year={kpi?.targetYear}
            support="「なくすことを目指す数値」「方向だけを定める」「未設定」では、目標値を空欄にします。"
          />
          <FieldGroup
            label="実績値"
            name="actuals"
            id="actuals.0.year"
            support="年度ごとに1行です。集計中の年度は、実績値を空欄にして、公表予定の年月を入力してください。"
            error={state.fields?.actuals}
          >
            <div className="grid gap-4">
              {[...Array(rows).keys()].map((at) => (
                <ActualRow key={at} state={state} at={at} actual={kpi?.actuals[at]} />
              ))}
            </div>
          </FieldGroup>
          <Checkbox
            label="再掲（ほかの指標と同じもの。達成区分の数に入れない）"
            name="repeated"
            defaultChecked={state.values ? state.values.repeated === 'true' : (kpi?.repeated ?? false)}
          />
          <TextArea label="出典・備考" {...typed(state, 'note', kpi?.note)} limit={300} rows={2} />
          <div>
            <SubmitButton>保存する</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

function Pair({
  state,
  label,
  name,
  value,
  year,
  support,
}: {
  state: FormState;
  label: string;
  name: string;
  value: string | null | undefined;
  year: number | null | undefined;
  support?: string;
}) {
  return (
    <div className="grid items-end gap-4 sm:grid-cols-[16rem_10rem]">
      <TextField label={label} support={support} {...typed(state, name, value)} inputMode="decimal" width="100%" />
      <TextField
        label={`${label}の年度（西暦）`}
        {...typed(state, `${name}Year`, year)}
        inputMode="numeric"
        width="100%"
      />
    </div>
  );
}

function ActualRow({
  state,
  at,
  actual,
}: {
  state: FormState;
  at: number;
  actual: KpiContent['actuals'][number] | undefined;
}) {
  const name = (part: string) => `actuals.${at}.${part}`;
  const label = (words: string) => <span className="text-dns-14N-130">{words}</span>;
  return (
    <div className="grid items-start gap-x-4 gap-y-2 sm:grid-cols-3">
      <TextField
        label={label(`実績${at + 1}の年度（西暦）`)}
        {...typed(state, name('year'), actual?.year)}
        inputMode="numeric"
        width="100%"
      />
      <TextField
        label={label(`実績${at + 1}の値`)}
        {...typed(state, name('value'), actual?.value)}
        inputMode="decimal"
        width="100%"
      />
      <TextField
        label={label(`実績${at + 1}の公表予定（集計中のとき）`)}
        type="month"
        {...typed(state, name('expectedIn'), actual?.expectedIn)}
        width="100%"
      />
    </div>
  );
}

const shown = ({ name, unit, baseline, target, actuals, note }: Stored) => [
  { term: '指標の名称', value: `${name}（${unit}）` },
  { term: '基準値', value: baseline },
  { term: '目標値', value: target },
  {
    term: '実績値',
    value: actuals.map(({ year, value, expectedIn }) => `${year}：${value ?? `集計中（${expectedIn}）`}`).join('、'),
  },
  { term: '出典・備考', value: note },
];
