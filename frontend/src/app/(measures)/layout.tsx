import type { ReactNode } from 'react';
import { hasSession } from '@/lib/visitor';
import { ReadingFrame } from '@/ui/page-frame';
import { SignedInFrame } from '../signed-in-frame';

/** The same addresses for people with an account and, while the catalogue is open, for everybody. */
export default async function MeasuresLayout({ children }: { children: ReactNode }) {
  if (await hasSession()) return <SignedInFrame>{children}</SignedInFrame>;
  return <ReadingFrame>{children}</ReadingFrame>;
}
