'use client';

import type { KarteSheet, StoredKarte } from '@musubi/backend/contract/karte';
import { useRouter } from 'next/navigation';
import { type FormEvent, startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { keepingThePage } from '@/ui/form';
import { type Content, contentOf, tidied } from './content';
import { merged } from './differences';
import type { Kept } from './safety-net';
import { checkPath, type SheetHome } from './sheet-home';
import { beginning, type SheetState, storedContent, storedKarte, without } from './sheet-state';
import { useAutosave } from './use-autosave';

export type SheetAction = (previous: SheetState, data: FormData) => Promise<SheetState>;

/**
 * What the sheet does: saves by itself, takes the server's answers, lets the person choose between two versions.
 * @param action bound by the page: bound in here, it would be a new one at each attempt to render, for ever
 */
export function useSheetForm(home: SheetHome, sheet: KarteSheet, action: SheetAction, checked: Record<string, string>) {
  const { id, form } = sheet;
  const [state, dispatch, pending] = useActionState(keepingThePage(action), {});
  const [shown, setShown] = useState({ content: state.content ?? storedContent(sheet), stamp: 0 });
  const [memberCodes, setMemberCodes] = useState(shown.content.memberCodes);
  const [faults, setFaults] = useState<Record<string, string>>({ ...checked, ...state.fields });
  const element = useRef<HTMLFormElement>(null);
  const members = useRef(memberCodes);
  const answered = useRef(state);
  const router = useRouter();

  const read = (): Content =>
    element.current
      ? { ...contentOf(form, new FormData(element.current)), memberCodes: members.current }
      : shown.content;
  const { saver, status } = useAutosave({
    home,
    id,
    version: state.version ?? sheet.version,
    content: storedContent(sheet),
    status: beginning(state),
    read,
  });

  function setMembers(codes: string[]) {
    members.current = codes;
    setMemberCodes(codes);
  }

  /** Puts a content into the fields; it is saved as soon as it stands there. */
  function put(content: Content) {
    setMembers(content.memberCodes);
    setShown(({ stamp }) => ({ content, stamp: stamp + 1 }));
  }
  useEffect(() => {
    if (shown.stamp > 0) void saver.flush();
  }, [saver, shown.stamp]);

  useEffect(() => {
    if (answered.current === state) return;
    answered.current = state;
    setFaults(state.fields ?? {});
    const { content, version, stored, conflict } = state;
    if (stored && content && version) {
      members.current = content.memberCodes;
      setMemberCodes(content.memberCodes);
      saver.adopt({ version, content: { ...content, karte: tidied(form, content.karte) } });
      const done = element.current?.querySelectorAll<HTMLInputElement>('[name=files], [name=memberName]') ?? [];
      for (const input of done) input.value = '';
    } else if (conflict) saver.meet(conflict as StoredKarte);
    else saver.release();
    if (state.message) element.current?.querySelector<HTMLElement>('[role=alert]')?.focus();
  }, [state, saver, form]);

  function resolve(how: string) {
    if (status.kind !== 'stale' || !element.current) return;
    const data = new FormData(element.current);
    const { version, karte, memberCodes: codes } = status.current;
    const theirs = { karte: tidied(form, karte), memberCodes: codes };
    const takesTheirs = (key: string) => (how === 'resolve' ? data.get(`take.${key}`) === 'theirs' : how === 'theirs');
    const content = merged(read(), theirs, takesTheirs);
    saver.adopt({ version, content: theirs });
    put(content);
    router.refresh();
  }

  function restore({ version, content }: Kept) {
    if (version !== saver.version) saver.meet(storedKarte(sheet));
    put(content);
  }

  async function press(button: HTMLButtonElement | null) {
    if (pending || !element.current) return;
    const { name, value } = button ?? { name: 'intent', value: 'save' };
    if (name === 'intent' && value !== 'save' && value !== 'check') return resolve(value);
    if (!(await saver.flush())) return document.getElementById('conflict')?.focus();
    if (name === 'intent') return value === 'check' ? window.location.assign(checkPath(home, id)) : undefined;
    saver.hold();
    const data = new FormData(element.current, button);
    data.set('version', String(saver.version));
    startTransition(() => dispatch(data));
  }

  return {
    element,
    state,
    dispatch,
    status,
    shown,
    memberCodes,
    faults: status.kind === 'invalid' ? { ...faults, ...status.fields } : faults,
    restore,
    touched: () => saver.touch(),
    onChange({ target }: FormEvent<HTMLFormElement>) {
      setFaults((before) => without(before, 'name' in target ? String(target.name) : ''));
      saver.touch();
    },
    onSubmit(event: FormEvent<HTMLFormElement>) {
      event.preventDefault();
      void press((event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null);
    },
  };
}
