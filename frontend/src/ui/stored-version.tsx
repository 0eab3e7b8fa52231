import type { ReactNode } from 'react';
import type { FormState } from '@/lib/form-state';
import { Banner } from './banner';
import { DescriptionList } from './description-list';

/** The version a form edits. When somebody saved first, shows what stands there now: sending again replaces it. */
export function StoredVersion<Stored extends { version: number }>({
  state,
  version,
  show,
}: {
  state: FormState;
  version: number;
  show: (stored: Stored) => { term: string; value: ReactNode }[];
}) {
  const stored = state.conflict as Stored | undefined;
  return (
    <>
      <input type="hidden" name="version" value={stored?.version ?? version} />
      {stored && (
        <Banner kind="warning" title="今保存されている内容">
          <DescriptionList items={show(stored)} />
          <p className="mt-2">下の入力内容でもう一度送信すると、この内容を置き換えます。</p>
        </Banner>
      )}
    </>
  );
}
