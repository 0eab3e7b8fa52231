'use client';

import { ActionButton } from '@/ui/action-button';
import { applyImport } from './actions';

export function ApplyButton({ id }: { id: string }) {
  return <ActionButton action={applyImport.bind(null, id)}>この内容で取り込む</ActionButton>;
}
