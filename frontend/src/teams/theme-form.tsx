'use client';

import type { TeamTheme } from '@musubi/backend/contract/teams';
import { chosen, typed } from '@/lib/form-state';
import { Checkbox, CheckboxGroup, type Choice } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { StoredVersion } from '@/ui/stored-version';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { writeTheme } from './actions';

const NOTHING = '（記入なし）';

export function ThemeForm({ teamId, theme, fields }: { teamId: string; theme: TeamTheme | null; fields: Choice[] }) {
  return (
    <Form action={writeTheme.bind(null, teamId)}>
      {(state) => (
        <>
          <StoredVersion<TeamTheme>
            state={state}
            version={theme?.version ?? 0}
            show={(stored) => [
              { term: '保存した人', value: stored.savedBy },
              { term: '支援テーマ', value: stored.theme },
              { term: '政策分野', value: stored.fields.map(({ name }) => name).join('、') || NOTHING },
              { term: '目標', value: stored.goal || NOTHING },
              { term: '取組計画', value: stored.plan || NOTHING },
            ]}
          />
          <TextField
            label="支援テーマ"
            support="年度の途中で絞り込み、又は変えることができます。前の内容は履歴に残ります。"
            {...typed(state, 'theme', theme?.theme)}
            required
          />
          <CheckboxGroup
            label="政策分野（複数可）"
            {...chosen(
              state,
              'fields',
              theme?.fields.map(({ code }) => code),
            )}
            choices={fields}
            inline
          />
          <TextArea
            label="目標"
            support="年度の終わりに、どのようになっていたいか。"
            {...typed(state, 'goal', theme?.goal)}
            limit={2000}
          />
          <TextArea
            label="取組計画"
            support="いつ、だれが、何をするか。"
            {...typed(state, 'plan', theme?.plan)}
            limit={8000}
            rows={8}
          />
          <Checkbox
            label="支援テーマと目標をほかのチームに共有する"
            name="shared"
            support="全ての支援官、支援を受ける団体及び事務局が読めます。取組計画と名前は共有されません。"
            defaultChecked={state.values ? state.values.shared === 'true' : theme?.shared}
          />
          <SubmitButton>保存する</SubmitButton>
        </>
      )}
    </Form>
  );
}
