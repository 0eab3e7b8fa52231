'use client';

import type { KarteSheet } from '@musubi/backend/contract/karte';
import { Card } from '@/ui/card';
import { FileField } from '@/ui/file-field';
import { Form, SubmitButton } from '@/ui/form';
import { attachFiles } from './actions';
import { fileSize } from './file-size';
import type { FileLimits } from './files-field';

/** After submitting: the カルテ stays as it is, files may still be added. */
export function AttachForm({ sheet, limits }: { sheet: KarteSheet; limits: FileLimits }) {
  const { id, attachments } = sheet;
  return (
    <Card title="資料の追加">
      <Form action={attachFiles.bind(null, id)}>
        {(state) => (
          <>
            <p>提出した相談カルテは編集できませんが、資料は追加できます。追加した資料は削除できません。</p>
            {attachments.length > 0 && (
              <ul className="list-disc pl-6">
                {attachments.map((file) => (
                  <li key={file.id}>{`${file.name}（${fileSize(file.bytes)}）`}</li>
                ))}
              </ul>
            )}
            <FileField
              label="添付する資料"
              id="file"
              name="files"
              multiple
              accept={limits.accept}
              error={state.fields?.file}
              support={`1ファイル${limits.megabytes}MBまで、${limits.count}件まで（現在${attachments.length}件）。一度に送れるのは合計${limits.totalMegabytes}MBまで。`}
            />
            <div>
              <SubmitButton>添付する</SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Card>
  );
}
