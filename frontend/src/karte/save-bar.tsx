'use client';

import { type ReactNode, useRef } from 'react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { clock } from './clock';
import type { SaveStatus } from './save-status';

interface Props {
  status: SaveStatus;
  /** Said before anything happened: 11月20日 10:32 に保存済み. */
  before: string;
  /** What has to be seen at once. */
  children: ReactNode;
}

/** Always in sight: how the text stands, and the two ways on. */
export function SaveBar({ status, before, children }: Props) {
  const words = wordsFor(status, before);
  // Typing and saving go on every few seconds: a screen reader is told only where it ends, and what went wrong.
  const said = useRef(words);
  if (status.kind !== 'unsaved' && status.kind !== 'saving') said.current = words;
  const trouble = !['saved', 'unsaved', 'saving'].includes(status.kind);
  return (
    <div className="save-bar sticky bottom-0 z-10 -mx-4 border-t border-solid-gray-420 bg-white px-4 py-3 md:-mx-8 md:px-8">
      {children}
      <div className="flex max-w-4xl flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className={`flex min-w-0 flex-1 basis-60 items-start gap-2 ${trouble ? 'text-error-2' : ''}`}>
          <Icon name={trouble ? 'error' : status.kind === 'saved' ? 'check' : 'info'} className="mt-1 size-5" />
          <p aria-hidden="true">{words}</p>
          <p role="status" className="sr-only">
            {said.current}
          </p>
        </div>
        <Remedy status={status} />
        <div className="flex flex-wrap gap-2">
          <Button variant="outline" name="intent" value="save">
            保存
          </Button>
          <Button name="intent" value="check">
            内容を確認する
          </Button>
        </div>
      </div>
    </div>
  );
}

function wordsFor(status: SaveStatus, before: string): string {
  switch (status.kind) {
    case 'saved':
      return status.at ? `保存しました ${clock(status.at)}` : before;
    case 'unsaved':
      return '保存していない変更があります';
    case 'saving':
      return '保存しています…';
    case 'unreachable':
      return '通信できないため、まだ保存していません。入力内容はこの画面とこの端末に残っています。つながり次第、自動で保存します。';
    case 'signedOut':
      return 'サインインの有効期限が切れました。入力内容はこの画面に残っています。サインインすると、自動で保存します。';
    case 'stale':
      return '別の画面又は別の人が先に保存しました。両方の内容を確認してください。';
    case 'invalid':
      return `保存できません。${Object.values(status.fields)[0] ?? status.message}`;
    case 'refused':
      return `保存できません。${status.message}`;
  }
}

function Remedy({ status }: { status: SaveStatus }) {
  const link = 'text-blue-1000 underline underline-offset-4';
  if (status.kind === 'signedOut') {
    return (
      <a href="/sign-in" target="_blank" rel="noopener" className={link}>
        別のタブでサインインする
      </a>
    );
  }
  if (status.kind === 'stale') {
    return (
      <a href="#conflict" className={link}>
        違いを確認する
      </a>
    );
  }
  const field = status.kind === 'invalid' ? Object.keys(status.fields)[0] : undefined;
  return field ? (
    <a href={`#${field}`} className={link}>
      直す項目へ
    </a>
  ) : null;
}
