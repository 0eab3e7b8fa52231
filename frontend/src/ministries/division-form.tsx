'use client';

import type { Division } from '@musubi/backend/contract/ministries';
import { typed } from '@/lib/form-state';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { type Option, Select } from '@/ui/select';
import { StoredVersion } from '@/ui/stored-version';
import { TextField } from '@/ui/text-field';
import { createDivision, updateDivision } from './actions';

/** 課室: a new one of the ministry, or `division` to change. `parents` are the 局 and 部 it may stand under. */
export function DivisionForm({
  ministryId,
  division,
  parents,
  today,
}: {
  ministryId: string;
  division?: Division;
  parents: readonly Option[];
  today: string;
}) {
  return (
    <Form action={division ? updateDivision.bind(null, division.id) : createDivision.bind(null, ministryId)}>
      {(state) => (
        <>
          {division ? (
            <StoredVersion<Division> state={state} version={division.version} show={shown} />
          ) : (
            <DateField label="開始日" {...typed(state, 'validFrom', today)} max={today} required />
          )}
          <Select
            label="上位の組織"
            {...typed(state, 'parentId', division?.parentId)}
            options={parents}
            empty="なし（府省庁の直下）"
            width="32rem"
          />
          <TextField label="名称" {...typed(state, 'name', division?.name)} required />
          <TextField
            label="メールアドレス"
            {...typed(state, 'mailbox', division?.mailbox)}
            support="空欄のときは、府省庁の取りまとめ窓口に送ります。"
            type="email"
          />
          <TextField label="出典" {...typed(state, 'source', division?.source)} support="この内容の根拠" required />
          <SubmitButton>{division ? '変更する' : '登録する'}</SubmitButton>
        </>
      )}
    </Form>
  );
}

const shown = ({ name, mailbox, source }: Division) => [
  { term: '名称', value: name },
  { term: 'メールアドレス', value: mailbox },
  { term: '出典', value: source },
];
