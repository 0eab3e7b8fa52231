'use client';

import { FileField } from '@/ui/file-field';
import { Form, SubmitButton } from '@/ui/form';
import { tryFile } from './actions';

/** First only a look: what is in the file, and what it would change. */
export function UploadForm({ megabytes }: { megabytes: number }) {
  return (
    <Form action={tryFile}>
      {(state) => (
        <>
          <FileField
            label="ファイル"
            name="file"
            accept=".txt,.csv,.xlsx"
            error={state.fields?.file}
            support={`総合戦略のテキスト（.txt）、施策の一覧（.xlsx、.csv）。CSVの文字コードはUTF-8かShift_JIS。${megabytes}MBまで。`}
            required
          />
          <SubmitButton>内容と違いを確認する</SubmitButton>
        </>
      )}
    </Form>
  );
}
