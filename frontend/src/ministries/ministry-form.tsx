'use client';

import type { Ministry } from '@musubi/backend/contract/ministries';
import { typed } from '@/lib/form-state';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { type Option, Select } from '@/ui/select';
import { StoredVersion } from '@/ui/stored-version';
import { TextField } from '@/ui/text-field';
import { createMinistry, updateMinistry } from './actions';

/** 府省庁: a new one, or `ministry` to change. `parents` are the bodies it may belong to. */
export function MinistryForm({
  ministry,
  parents,
  today,
}: {
  ministry?: Ministry;
  parents: readonly Option[];
  today: string;
}) {
  return (
    <Form action={ministry ? updateMinistry.bind(null, ministry.id) : createMinistry}>
      {(state) => (
        <>
          {ministry ? (
            <StoredVersion<Ministry> state={state} version={ministry.version} show={shown} />
          ) : (
            <>
              <TextField
                label="識別子"
                {...typed(state, 'id')}
                support="英小文字2〜20字。後から変更できません。"
                width="14rem"
                required
              />
              <DateField label="開始日" {...typed(state, 'validFrom', today)} max={today} required />
            </>
          )}
          <TextField label="名称" {...typed(state, 'name', ministry?.name)} required />
          <TextField label="略称" {...typed(state, 'shortName', ministry?.shortName)} width="14rem" required />
          <TextField label="ふりがな" {...typed(state, 'kana', ministry?.kana)} support="ひらがな" required />
          <Select
            label="上位の府省庁"
            {...typed(state, 'parentId', ministry?.parentId)}
            support="外局のときに選んでください。"
            options={parents}
            empty="なし"
          />
          <TextField
            label="取りまとめ窓口のメールアドレス"
            {...typed(state, 'mailbox', ministry?.mailbox)}
            support="照会の通知を送る、役割のメールアドレス"
            type="email"
            required
          />
          <TextField
            label="並び順"
            {...typed(state, 'sort', ministry?.sort ?? 1000)}
            inputMode="numeric"
            width="8rem"
            required
          />
          <TextField
            label="出典"
            {...typed(state, 'source', ministry?.source)}
            support="設置法、組織令の改正など、この内容の根拠"
            required
          />
          <SubmitButton>{ministry ? '変更する' : '登録する'}</SubmitButton>
        </>
      )}
    </Form>
  );
}

const shown = ({ name, shortName, kana, mailbox, source }: Ministry) => [
  { term: '名称', value: name },
  { term: '略称', value: shortName },
  { term: 'ふりがな', value: kana },
  { term: '窓口のメールアドレス', value: mailbox },
  { term: '出典', value: source },
];
