'use client';

import type { ReplySettings } from '@musubi/backend/contract/replies';
import { typed } from '@/lib/form-state';
import { Checkbox, RadioGroup } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { StoredVersion } from '@/ui/stored-version';
import { TextField } from '@/ui/text-field';
import { updateReplySettings } from './settings-actions';

/** How replies are numbered, signed and approved. */
export function SettingsForm({ settings }: { settings: ReplySettings }) {
  return (
    <Form action={updateReplySettings}>
      {(state) => (
        <>
          <StoredVersion<ReplySettings> state={state} version={settings.version} show={shown} />
          <RadioGroup
            label="決裁の段数"
            {...typed(state, 'approvalSteps', settings.approvalSteps)}
            choices={[
              { value: '1', label: '1段', support: '管理職1人の決裁で送付します。' },
              { value: '2', label: '2段', support: '別々の管理職2人の決裁で送付します。' },
            ]}
            required
          />
          <TextField
            label="文書番号の形"
            {...typed(state, 'numberPattern', settings.numberPattern)}
            support="{serial} のところに、年度ごとの連番が入ります。空にすると「事務連絡」になり、番号は付きません。"
            width="20rem"
          />
          <RadioGroup
            label="宛先"
            {...typed(state, 'addressee', settings.addressee)}
            choices={[
              { value: 'organisation', label: '団体名 御中' },
              { value: 'head', label: '首長名 様', support: '「北海道上士幌町長 様」の形にします。' },
            ]}
            required
          />
          <TextField label="発信者" {...typed(state, 'sender', settings.sender)} required />
          <Checkbox
            label="「（公印省略）」と記載する"
            name="sealOmitted"
            defaultChecked={state.values ? state.values.sealOmitted === 'true' : settings.sealOmitted}
          />
          <TextField label="問合せ先の名称" {...typed(state, 'contactName', settings.contactName)} required />
          <TextField
            label="問合せ先の電話"
            {...typed(state, 'contactTel', settings.contactTel)}
            support="電話かメールのどちらかを入力してください。"
            width="16rem"
          />
          <TextField label="問合せ先のメール" {...typed(state, 'contactEmail', settings.contactEmail)} type="email" />
          <SubmitButton>変更する</SubmitButton>
        </>
      )}
    </Form>
  );
}

const shown = (stored: ReplySettings) => [
  { term: '決裁の段数', value: `${stored.approvalSteps}段` },
  { term: '文書番号の形', value: stored.numberPattern || '事務連絡' },
  { term: '宛先', value: stored.addressee === 'head' ? '首長名 様' : '団体名 御中' },
  { term: '発信者', value: stored.sender },
  { term: '公印省略', value: stored.sealOmitted ? '記載する' : '記載しない' },
  { term: '問合せ先', value: [stored.contactName, stored.contactTel, stored.contactEmail].filter(Boolean).join('　') },
];
