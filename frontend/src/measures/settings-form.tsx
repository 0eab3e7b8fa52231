'use client';

import type { MeasureSettings } from '@musubi/backend/contract/measures';
import { typed } from '@/lib/form-state';
import { RadioGroup } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { StoredVersion } from '@/ui/stored-version';
import { updateMeasureSettings } from './actions';

export function MeasureSettingsForm({ settings }: { settings: MeasureSettings }) {
  return (
    <Form action={updateMeasureSettings}>
      {(state) => (
        <>
          <StoredVersion<MeasureSettings> state={state} version={settings.version} show={shown} />
          <RadioGroup
            label="施策を読める人"
            {...typed(state, 'public', String(settings.public))}
            choices={[
              { value: 'false', label: 'サインインした人だけ' },
              {
                value: 'true',
                label: 'だれでも',
                support:
                  'サインインしなくても、施策の一覧、施策のページ、比較を読めます。控え、取込み、保存はできません。',
              },
            ]}
            required
          />
          <SubmitButton>変更する</SubmitButton>
        </>
      )}
    </Form>
  );
}

const shown = (stored: MeasureSettings) => [
  { term: '施策を読める人', value: stored.public ? 'だれでも' : 'サインインした人だけ' },
];
