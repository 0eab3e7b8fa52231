'use client';

import type { Round, RoundStepAction } from '@musubi/backend/contract/rounds';
import { typed } from '@/lib/form-state';
import { Card } from '@/ui/card';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { TextField } from '@/ui/text-field';
import { createRound, saveRound, stepRound } from './actions';

export function NewRoundForm() {
  return (
    <Form action={createRound} className="flex flex-wrap items-end gap-4">
      {(state) => (
        <>
          <TextField label="年度（西暦）" {...typed(state, 'fiscalYear')} inputMode="numeric" width="10rem" required />
          <SubmitButton>年度を作る</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function StepForm({ id, action, label }: { id: string; action: RoundStepAction; label: string }) {
  return (
    <Form action={stepRound.bind(null, id, action)} idPrefix={`${action}-`} className="grid gap-2">
      {() => (
        <div>
          <SubmitButton>{label}</SubmitButton>
        </div>
      )}
    </Form>
  );
}

interface Labels {
  calls: Record<string, string>;
  weights: Record<string, string>;
}

/** Minutes are written as those of Tokyo. `minutes` holds what stands now. */
export function RoundForm({
  round,
  labels,
  minutes,
}: {
  round: Round;
  labels: Labels;
  minutes: Record<string, string>;
}) {
  const { inside, calls, calendar } = round;
  return (
    <Form action={saveRound.bind(null, round)} className="grid gap-6">
      {(state) => (
        <>
          <input type="hidden" name="version" value={round.version} />
          <Card title="年度">
            <TextField label="名称" {...typed(state, 'name', round.name)} required />
            <TextField
              label="選定する団体の数"
              {...typed(state, 'places', round.places)}
              inputMode="numeric"
              width="8rem"
              required
            />
            <TextField
              label="人口の上限（この数未満の団体が応募できる）"
              {...typed(state, 'populationLimit', round.populationLimit)}
              inputMode="numeric"
              width="12rem"
              required
            />
          </Card>
          {calls.map(({ kind, formVersion }) => (
            <Card key={kind} title={labels.calls[kind] ?? kind}>
              <p>日時は日本時間です。締切の時刻になった時点で締め切ります。</p>
              {(['opensAt', 'closesAt'] as const).map((end) => (
                <TextField
                  key={end}
                  type="datetime-local"
                  label={end === 'opensAt' ? '受付開始' : '締切'}
                  {...typed(state, `${kind}.${end}`, minutes[`${kind}.${end}`] ?? '')}
                  width="16rem"
                  required
                />
              ))}
              <TextField
                label="様式の版"
                {...typed(state, `${kind}.formVersion`, formVersion)}
                inputMode="numeric"
                width="6rem"
                required
              />
            </Card>
          ))}
          {inside && (
            <>
              <Card title="審査">
                <TextField
                  label="1件を審査する人数"
                  {...typed(state, 'reviewers', inside.reviewers)}
                  inputMode="numeric"
                  width="6rem"
                  required
                />
                {inside.criteria.map(({ key, label, weight, most }, at) => (
                  <div key={key} className="grid gap-4 md:grid-cols-[1fr_8rem_8rem]">
                    <TextField label={`観点${at + 1}`} {...typed(state, `criteria.${at}.label`, label)} required />
                    <TextField
                      label="重み"
                      {...typed(state, `criteria.${at}.weight`, weight)}
                      id={`criteria.${at}.weight`}
                      inputMode="numeric"
                      required
                    />
                    <TextField
                      label="満点"
                      {...typed(state, `criteria.${at}.most`, most)}
                      id={`criteria.${at}.most`}
                      inputMode="numeric"
                      required
                    />
                  </div>
                ))}
              </Card>
              <Card title="編成">
                <TextField
                  label="1チームの人数"
                  {...typed(state, 'teamSize', inside.teamSize)}
                  inputMode="numeric"
                  width="6rem"
                  required
                />
                <div className="grid gap-4 md:grid-cols-2">
                  <TextField
                    label="経験2とする年数"
                    {...typed(state, 'skillYears.0', inside.skillYears[0] ?? 0)}
                    inputMode="numeric"
                    width="6rem"
                    required
                  />
                  <TextField
                    label="経験3（専門）とする年数"
                    {...typed(state, 'skillYears.1', inside.skillYears[1] ?? 0)}
                    inputMode="numeric"
                    width="6rem"
                    required
                  />
                  {Object.entries(inside.weights).map(([key, weight]) => (
                    <TextField
                      key={key}
                      label={`${labels.weights[key]}（点）`}
                      {...typed(state, `weights.${key}`, weight)}
                      inputMode="numeric"
                      width="8rem"
                      required
                    />
                  ))}
                </div>
              </Card>
            </>
          )}
          <Card title="年間の日程">
            <div className="grid gap-4 md:grid-cols-2">
              {calendar.map(({ key, label, on }) => (
                <DateField key={key} id={`on-${key}`} name="on" label={label} defaultValue={on} required />
              ))}
            </div>
          </Card>
          <div>
            <SubmitButton size="lg">保存</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}
