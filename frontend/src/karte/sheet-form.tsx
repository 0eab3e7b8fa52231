'use client';

import type { FormInput } from '@musubi/backend/contract/forms';
import type { KarteSheet } from '@musubi/backend/contract/karte';
import type { ReactNode } from 'react';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { ChapterNav } from './chapter-nav';
import { chaptersOf } from './chapters';
import { ConflictPanel } from './conflict-panel';
import { type FileLimits, FilesField } from './files-field';
import { Given } from './given';
import { ItemFields } from './item-fields';
import { MembersField } from './members-field';
import { RestoreOffer } from './restore-offer';
import { SaveBar } from './save-bar';
import { SheetProvider } from './sheet-context';
import { HOME_LABEL, type SheetHome } from './sheet-home';
import { storedContent } from './sheet-state';
import { type SheetAction, useSheetForm } from './use-sheet-form';

interface Props {
  home: SheetHome;
  sheet: KarteSheet;
  action: SheetAction;
  /** What the check before submitting found, shown at its items. */
  checked: Record<string, string>;
  limits: FileLimits;
  /** Said until something happens: 11月20日 10:32 に保存済み. */
  savedBefore: string;
}

/** The sheet of 24 items, drawn from its form. With a script it saves by itself; without one its buttons do. */
export function SheetForm({ home, sheet, action, checked, limits, savedBefore }: Props) {
  const { id, form, choices, corrections } = sheet;
  const { element, state, dispatch, status, shown, memberCodes, faults, restore, touched, onChange, onSubmit } =
    useSheetForm(home, sheet, action, checked);
  const chapters = chaptersOf(form);

  const beside = (input: FormInput, label: ReactNode) => {
    if (input.type === 'members')
      return <MembersField input={input} codes={memberCodes} towns={sheet.members} found={state.found ?? []} />;
    if (input.type === 'files')
      return <FilesField input={input} label={label} attachments={sheet.attachments} limits={limits} />;
    return <Given sheet={sheet} input={input} label={label} />;
  };

  return (
    <SheetProvider value={{ choices, faults, corrections, touched }}>
      <form
        ref={element}
        action={dispatch}
        noValidate
        aria-label={HOME_LABEL[home]}
        className="karte-form grid gap-6 lg:grid-cols-[13rem_minmax(0,56rem)] lg:gap-10"
        onChange={onChange}
        onSubmit={onSubmit}
      >
        <ChapterNav chapters={chapters} />
        <div className="grid min-w-0 gap-6">
          {/* The button that Enter presses. */}
          <Button name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true">
            保存
          </Button>
          <input type="hidden" name="version" value={state.version ?? sheet.version} />
          {state.message && !state.conflict && <ErrorSummary message={state.message} fields={state.fields} />}
          {status.kind === 'stale' && <ConflictPanel form={form} choices={choices} stale={status} />}
          <div key={shown.stamp} className="grid gap-8">
            {chapters.map(({ title, id: chapter, items }) => (
              <section key={chapter} id={chapter} aria-labelledby={`${chapter}-title`}>
                <h2 id={`${chapter}-title`} className="border-b-2 border-blue-900 pb-1 text-std-20B-150">
                  {title}
                </h2>
                {items.map((item) => (
                  <ItemFields key={item.no} item={item} karte={shown.content.karte} beside={beside} />
                ))}
              </section>
            ))}
          </div>
          <SaveBar status={status} before={savedBefore}>
            <RestoreOffer id={id} stored={storedContent(sheet)} onRestore={restore} />
          </SaveBar>
        </div>
      </form>
    </SheetProvider>
  );
}
