'use client';

import { typed } from '@/lib/form-state';
import type { ButtonLook } from '@/ui/button';
import { RadioGroup } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { Select } from '@/ui/select';
import { begin } from './actions';

interface Town {
  code: string;
  label: string;
}

interface Props extends ButtonLook {
  /** Tells the forms of one page apart. */
  name: string;
  /** Sent along: what it starts from. */
  values?: Record<string, string>;
  /** More than one has to be chosen from. */
  towns: readonly Town[];
  /** For the desk: how the town's カルテ came in. */
  channels?: readonly { value: string; label: string }[];
  button: string;
}

/** One way to begin a カルテ. */
export function BeginForm({ name, values = {}, towns, channels = [], button, ...look }: Props) {
  return (
    <Form action={begin} idPrefix={`${name}-`} className="grid gap-4">
      {(state) => (
        <>
          {Object.entries(values).map(([key, value]) => (
            <input key={key} type="hidden" name={key} value={value} />
          ))}
          {towns.length > 1 && channels.length === 0 && (
            <Select
              label="相談する団体"
              {...typed(state, 'municipalityCode')}
              id={`${name}-municipalityCode`}
              options={towns.map(({ code, label }) => ({ value: code, label }))}
              empty="選択してください"
              required
            />
          )}
          {channels.length > 0 && (
            <>
              <RadioGroup
                label="相談する団体"
                {...typed(state, 'municipalityCode', towns.length === 1 ? towns[0]?.code : '')}
                id={`${name}-municipalityCode`}
                choices={towns.map(({ code, label }) => ({ value: code, label, support: `団体コード ${code}` }))}
                required
              />
              <RadioGroup
                label="受付方法"
                {...typed(state, 'proxyChannel')}
                id={`${name}-proxyChannel`}
                choices={channels}
                inline
                required
              />
            </>
          )}
          <div>
            <SubmitButton {...look}>{button}</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}
