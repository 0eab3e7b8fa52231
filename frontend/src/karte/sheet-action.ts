'use server';

import type { KarteSheet, SavedKarte } from '@musubi/backend/contract/karte';
import type { Municipality } from '@musubi/backend/contract/municipalities';
import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { api, refusal, send } from '@/lib/api';
import { SignedOut } from '@/lib/refused';
import { submitForm } from '@/lib/submit-form';
import { attach } from './attach';
import { type Content, contentOf, rowsOf, tidied } from './content';
import { merged } from './differences';
import { fault } from './fault';
import { checkPath, type SheetHome, sheetIn, storePath } from './sheet-home';
import type { SheetState } from './sheet-state';

/**
 * Everything that a button of the sheet asks for. Each press saves first. With a script, only what needs the server
 * comes here; without one, all of it.
 */
export async function sheetAction(
  home: SheetHome,
  id: string,
  previous: SheetState,
  data: FormData,
): Promise<SheetState> {
  const pressed = (name: string) => (typeof data.get(name) === 'string' ? String(data.get(name)) : '');
  let version = Number(pressed('version'));
  let stored = false;
  let content = previous.content ?? { karte: {}, memberCodes: [] };
  let found: SheetState['found'];

  const state = await submitForm(data, async (): Promise<SheetState> => {
    const sheet = await sheetOf(home, id);
    content = withRows(contentOf(sheet.form, data), pressed('add'), pressed('remove'));
    content = { ...content, memberCodes: content.memberCodes.filter((code) => code !== pressed('removeMember')) };
    if (pressed('addMember')) {
      found = await townsCalled(pressed('addMember'), pressed('memberName'));
      if (found.length === 1)
        content.memberCodes = [...new Set([...content.memberCodes, ...found.map(({ code }) => code)])].sort();
    }
    const chosen = pressed('currentVersion') ? choose(pressed('intent'), content, sheet, data) : undefined;
    content = chosen ?? content;
    const body = {
      version: chosen ? Number(pressed('currentVersion')) : version,
      karte: tidied(sheet.form, content.karte),
      memberCodes: content.memberCodes,
    };
    ({ version } = await api<SavedKarte>(storePath(home, id), { method: 'PUT', body }));
    stored = true;
    await attach(id, data.getAll('files'));
    if (pressed('detach')) await api(`/attachments/${pressed('detach')}`, { method: 'DELETE' });
    if (pressed('intent') === 'check') redirect(checkPath(home, id) as Route);
    refresh();
    return { done: '保存しました。' };
  });
  return { ...state, version, stored, content, found: found && found.length > 1 ? found : undefined };
}

/** A read that does not lead to the sign-in page: what was typed has to stay on this one. */
async function sheetOf(home: SheetHome, id: string): Promise<KarteSheet> {
  const response = await send(storePath(home, id));
  if (response.status === 401) throw new SignedOut();
  if (!response.ok) throw await refusal(response);
  return sheetIn(home, await response.json());
}

function withRows(content: Content, add: string, remove: string): Content {
  const karte = { ...content.karte };
  const [removed = '', index = ''] = remove.split('.');
  if (removed) karte[removed] = rowsOf(karte, removed).filter((_, i) => i !== Number(index));
  if (add) karte[add] = [...(rowsOf(karte, add).length > 0 ? rowsOf(karte, add) : [{}]), {}];
  return { ...content, karte };
}

/** By its code, which a button bears, or by the name that was typed. @throws Refused */
async function townsCalled(code: string, name: string): Promise<KarteSheet['members']> {
  const text = code === 'search' ? name.trim() : code;
  if (text === '') throw fault('memberName', '団体名又は団体コードを入力してください。');
  const { items } = await api<{ items: Municipality[] }>(`/municipalities?size=10&q=${encodeURIComponent(text)}`);
  if (items.length === 0)
    throw fault('memberName', `「${text}」という団体は見つかりません。名称か6桁の団体コードを確認してください。`);
  const exact = items.filter((town) => [town.name, town.label, town.code].includes(text));
  return (exact.length > 0 ? exact : items).map(({ code: found, label }) => ({ code: found, label }));
}

/** What the person chose of two versions; undefined when another button was pressed. */
function choose(intent: string, mine: Content, sheet: KarteSheet, data: FormData): Content | undefined {
  if (!['resolve', 'mine', 'theirs'].includes(intent)) return undefined;
  const theirs = { karte: sheet.karte, memberCodes: sheet.members.map(({ code }) => code) };
  return merged(mine, theirs, (key) =>
    intent === 'resolve' ? data.get(`take.${key}`) === 'theirs' : intent === 'theirs',
  );
}
