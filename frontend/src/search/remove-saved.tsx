'use client';

import type { Route } from 'next';
import { ActionButton } from '@/ui/action-button';
import { removeSaved } from './actions';

export function RemoveSaved({ id, back }: { id: string; back: Route }) {
  return (
    <ActionButton action={removeSaved.bind(null, id, back)} variant="danger" size="sm">
      削除する
    </ActionButton>
  );
}
