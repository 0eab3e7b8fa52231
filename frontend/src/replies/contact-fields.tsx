'use client';

import type { ReplyContact } from '@musubi/backend/contract/replies';
import { Card } from '@/ui/card';
import { SubmitButton } from '@/ui/form';
import { TextField } from '@/ui/text-field';
import type { Field } from './passage-fields';

/** Whom the town asks about each measure. */
export function ContactFields({ contacts, field }: { contacts: readonly ReplyContact[]; field: Field }) {
  return (
    <Card title="施策等の問合せ先" id="contacts">
      <div className="grid gap-6">
        {contacts.map(({ organisation, tel, email }, i) => {
          const at = `contacts.${i}`;
          return (
            <fieldset key={at} className="grid items-start gap-4 lg:grid-cols-[3fr_2fr_3fr_auto]">
              <legend className="sr-only">問合せ先{i + 1}</legend>
              <TextField label="府省庁・課室" {...field(`${at}.organisation`, organisation)} width="100%" />
              <TextField label="電話" type="tel" {...field(`${at}.tel`, tel)} />
              <TextField label="メール" type="email" {...field(`${at}.email`, email)} />
              <div className="lg:mt-11">
                <SubmitButton name="intent" value={`removeContact-${i}`} variant="danger" size="xs">
                  <span className="sr-only">問合せ先{i + 1}を</span>削除
                </SubmitButton>
              </div>
            </fieldset>
          );
        })}
        <div>
          <SubmitButton name="intent" value="addContact" variant="outline" size="sm">
            問合せ先を足す
          </SubmitButton>
        </div>
      </div>
    </Card>
  );
}
