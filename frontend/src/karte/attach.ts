import { refresh } from 'next/cache';
import { api } from '@/lib/api';
import { Refused } from '@/lib/refused';
import { fault } from './fault';

/** Attaches the chosen files one by one; what was refused is told together. @throws Refused */
export async function attach(id: string, files: FormDataEntryValue[]): Promise<void> {
  const faults: string[] = [];
  for (const file of files) {
    if (typeof file === 'string' || file.size === 0) continue;
    const body = new FormData();
    body.append('file', file, file.name);
    try {
      await api(`/consultations/${id}/attachments`, { method: 'POST', body });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      faults.push(error.problem.fields?.file ?? error.problem.detail);
    }
  }
  if (faults.length > 0) {
    refresh();
    throw fault('file', faults.join(' '));
  }
}
