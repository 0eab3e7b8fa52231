'use client';

import type { NoticePreferences } from '@musubi/backend/contract/notices';
import { typed } from '@/lib/form-state';
import { Checkbox } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { type Option, Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';
import { chooseNotices } from './actions';

const WEEKDAYS: readonly Option[] = ['月', '火', '水', '木', '金'].map((day, index) => ({
  value: String(index + 1),
  label: `${day}曜日`,
}));

interface Words {
  topics: Record<string, string>;
  moments: readonly Option[];
  scopes: readonly Option[];
}

/** How a person wants to be told: hours, and for each kind of news when, where and of whose cases. */
export function ChoicesForm({ choices, words }: { choices: NoticePreferences; words: Words }) {
  const { hours, topics } = choices;
  return (
    <Form
      action={chooseNotices.bind(
        null,
        topics.map(({ topic }) => topic),
      )}
    >
      {(state) => (
        <>
          <div className="flex flex-wrap gap-x-6 gap-y-4">
            <TextField
              label="メールを受け取る時刻（始め）"
              {...typed(state, 'opensAt', hours.opensAt)}
              error={state.fields?.['hours.opensAt']}
              type="time"
              width="9rem"
              required
            />
            <TextField
              label="メールを受け取る時刻（終わり）"
              {...typed(state, 'closesAt', hours.closesAt)}
              error={state.fields?.['hours.closesAt']}
              type="time"
              width="9rem"
              required
            />
            <TextField
              label="まとめて送る時刻"
              {...typed(state, 'digestAt', hours.digestAt)}
              error={state.fields?.['hours.digestAt']}
              type="time"
              width="9rem"
              required
            />
            <Select
              label="週1回まとめる曜日"
              {...typed(state, 'digestWeekday', hours.digestWeekday)}
              options={WEEKDAYS}
              width="9rem"
            />
          </div>
          <Checkbox
            label="夜間や休日にもメールを受け取る（上の時刻によらず、すぐに送ります。まとめのメールを除きます）"
            name="anyTime"
            defaultChecked={state.values ? state.values.anyTime === 'true' : hours.anyTime}
          />
          {topics.map(({ topic, moment, inApp, scope }) => (
            <fieldset key={topic} className="grid gap-3 border-t border-solid-gray-420 pt-4">
              <legend className="text-std-18B-160">{words.topics[topic]}</legend>
              <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
                <Select
                  label="メール"
                  {...typed(state, `${topic}.moment`, moment)}
                  options={words.moments}
                  width="13rem"
                />
                <Select label="対象" {...typed(state, `${topic}.scope`, scope)} options={words.scopes} width="13rem" />
                <Checkbox
                  label="画面のお知らせにも出す"
                  name={`${topic}.inApp`}
                  defaultChecked={state.values ? state.values[`${topic}.inApp`] === 'true' : inApp}
                />
              </div>
            </fieldset>
          ))}
          <SubmitButton>保存する</SubmitButton>
        </>
      )}
    </Form>
  );
}
