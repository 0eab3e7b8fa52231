import type { VisitNote } from '@musubi/backend/contract/visits';

/** A note as it lies on the device until the server has it. */
export interface KeptNote {
  id: string;
  /** Whose and of which team: nobody else is shown it. */
  owner: string;
  visitId: string;
  text: string;
  shared: boolean;
  /** What it rests on; 0 for a note that the server never saw. */
  version: number;
  writtenAt: string;
  state: 'writing' | 'waiting' | 'conflict' | 'refused';
  /** Why it was refused. */
  problem?: string;
  /** What somebody else saved meanwhile. */
  stored?: VisitNote;
}

const STORE = 'notes';

let connection: Promise<IDBDatabase> | undefined;

/** One for the page: what is written through it lands in the order in which it was written. */
function opened(): Promise<IDBDatabase> {
  connection ??= open().catch((error) => {
    connection = undefined;
    throw error;
  });
  return connection;
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('visit-notes', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex('owner', 'owner');
  };
  return answer(request);
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Resolves when it lies on the disk, not before. */
async function change(run: (store: IDBObjectStore) => void): Promise<void> {
  const db = await opened();
  const tx = db.transaction(STORE, 'readwrite');
  run(tx.objectStore(STORE));
  await new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
  });
}

export async function keptNotes(owner: string): Promise<KeptNote[]> {
  const db = await opened();
  const store = db.transaction(STORE).objectStore(STORE);
  const notes: KeptNote[] = await answer(store.index('owner').getAll(owner));
  return notes.sort((left, right) => left.writtenAt.localeCompare(right.writtenAt));
}

export const keepNote = (note: KeptNote): Promise<void> => change((store) => store.put(note));
export const dropNote = (id: string): Promise<void> => change((store) => store.delete(id));
