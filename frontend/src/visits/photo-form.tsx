'use client';

import { typed } from '@/lib/form-state';
import { ActionButton } from '@/ui/action-button';
import { Checkbox } from '@/ui/choices';
import { FileField } from '@/ui/file-field';
import { Form, SubmitButton } from '@/ui/form';
import { TextField } from '@/ui/text-field';
import { addPhoto, removePhoto } from './actions';

export function PhotoForm({ id }: { id: string }) {
  return (
    <Form action={addPhoto.bind(null, id)}>
      {(state) => (
        <>
          <FileField
            label="写真"
            name="file"
            required
            accept="image/jpeg,image/png"
            support="JPEG又はPNG、10MBまで。位置情報などの撮影の記録は、保存のときに消します。"
            error={state.fields?.file}
          />
          <TextField label="写真の説明" required {...typed(state, 'caption')} />
          <TextField
            label="同意の確認"
            required
            support="誰に、どのように確認したかを書いてください。人が写っていないときは、その旨を書いてください。"
            {...typed(state, 'consent')}
          />
          <Checkbox
            label="写っている人全員から、この写真をチームで共有することの同意を得ている"
            name="agreed"
            required
            error={state.fields?.agreed}
            defaultChecked={state.values?.agreed === 'true'}
          />
          <div>
            <SubmitButton variant="outline">写真を加える</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

export function RemovePhoto({ id }: { id: string }) {
  return (
    <ActionButton action={removePhoto.bind(null, id)} variant="danger" size="sm">
      写真を削除する
    </ActionButton>
  );
}
