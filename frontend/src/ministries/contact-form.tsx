'use client';

import type { Contact } from '@musubi/backend/contract/ministries';
import { typed } from '@/lib/form-state';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { type Option, Select } from '@/ui/select';
import { StoredVersion } from '@/ui/stored-version';
import { TextField } from '@/ui/text-field';
import { createContact, updateContact } from './actions';

type Place = { contact: Contact } | { ministryId: string; divisions: readonly Option[]; today: string };

/** 担当者: a new one of the ministry, or one to change. */
export function ContactForm(place: Place) {
  const contact = 'contact' in place ? place.contact : undefined;
  return (
    <Form action={contact ? updateContact.bind(null, contact.id) : createContact}>
      {(state) => (
        <>
          {'contact' in place ? (
            <StoredVersion<Contact> state={state} version={place.contact.version} show={shown} />
          ) : (
            <>
              <input type="hidden" name="ministryId" value={place.ministryId} />
              <Select
                label="課室"
                {...typed(state, 'divisionId')}
                options={place.divisions}
                empty="取りまとめ窓口（課室なし）"
                width="32rem"
              />
              <DateField label="開始日" {...typed(state, 'validFrom', place.today)} max={place.today} required />
            </>
          )}
          <TextField label="氏名" {...typed(state, 'contact.name', contact?.name)} width="20rem" required />
          <TextField label="役職" {...typed(state, 'contact.role', contact?.role)} width="20rem" />
          <TextField label="電話番号" {...typed(state, 'contact.tel', contact?.tel)} type="tel" width="20rem" />
          <TextField
            label="メールアドレス"
            {...typed(state, 'contact.email', contact?.email)}
            support="電話番号とメールアドレスのどちらかは必ず入力してください。"
            type="email"
          />
          <SubmitButton>{contact ? '変更する' : '登録する'}</SubmitButton>
        </>
      )}
    </Form>
  );
}

const shown = ({ name, role, tel, email }: Contact) => [
  { term: '氏名', value: name },
  { term: '役職', value: role },
  { term: '電話番号', value: tel },
  { term: 'メールアドレス', value: email },
];
