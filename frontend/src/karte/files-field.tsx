'use client';

import type { FormInput } from '@musubi/backend/contract/forms';
import type { Attachment } from '@musubi/backend/contract/karte';
import { type ChangeEvent, type ReactNode, useState } from 'react';
import { Button } from '@/ui/button';
import { FileField } from '@/ui/file-field';
import { ReadingNote } from '@/ui/reading-note';
import { fileSize } from './file-size';
import { useSheet } from './sheet-context';

export interface FileLimits {
  count: number;
  megabytes: number;
  /** Sent at once, all files together. */
  totalMegabytes: number;
  /** '.pdf,.docx' */
  accept: string;
}

interface Props {
  input: FormInput;
  label: ReactNode;
  attachments: readonly Attachment[];
  limits: FileLimits;
}

/** 添付資料: what is there, and a way to add. Sizes are checked before anything is sent. */
export function FilesField({ input, label, attachments, limits }: Props) {
  const { faults } = useSheet();
  const [tooLarge, setTooLarge] = useState<string>();
  const kinds = limits.accept.replaceAll('.', '').replaceAll(',', '、');

  function chosen({ target }: ChangeEvent<HTMLDivElement>) {
    if (!(target instanceof HTMLInputElement) || target.type !== 'file') return;
    const files = [...(target.files ?? [])];
    const fault = sizeFault(files, limits);
    setTooLarge(fault);
    if (fault) target.value = '';
    else if (files.length > 0) target.form?.requestSubmit(target.form.querySelector<HTMLElement>('[name=attach]'));
  }

  return (
    <div className="grid gap-4" onChange={chosen}>
      <FileField
        label={label}
        name="files"
        multiple
        accept={limits.accept}
        error={tooLarge ?? faults.file}
        support={
          <>
            {input.help}
            <span className="block text-dns-14N-130">
              {`${kinds}。1ファイル${limits.megabytes}MBまで、${limits.count}件まで（現在${attachments.length}件）。`}
            </span>
          </>
        }
      />
      <p>
        <Button variant="outline" size="sm" name="attach" value="files">
          選んだファイルを添付
        </Button>
      </p>
      {attachments.length > 0 && (
        <ul className="grid gap-2">
          {attachments.map(({ id, name, bytes, reading }) => (
            <li
              key={id}
              className="flex flex-wrap items-center gap-x-3 rounded-8 border border-solid-gray-420 px-4 py-2"
            >
              <a href={`/api/attachments/${id}`} className="text-blue-1000 underline underline-offset-4">
                {name}
              </a>
              <span className="text-solid-gray-700 tabular-nums">{fileSize(bytes)}</span>
              <Button variant="text" size="sm" name="detach" value={id}>
                {`${name}を削除`}
              </Button>
              <ReadingNote reading={reading} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function sizeFault(files: readonly File[], { megabytes, totalMegabytes }: FileLimits): string | undefined {
  const large = files.find(({ size }) => size > megabytes * 1024 * 1024);
  if (large) return `「${large.name}」は${megabytes}MBを超えています。分割するか、縮小してください。`;
  const total = files.reduce((sum, { size }) => sum + size, 0);
  if (total > totalMegabytes * 1024 * 1024)
    return `一度に送れるのは合計${totalMegabytes}MBまでです。分けて添付してください。`;
  return undefined;
}
