'use client';

import { useEffect } from 'react';
import { forgetPages } from './offline-page';

/** On the page after a sign-out. */
export function ForgetPages() {
  useEffect(() => void forgetPages(), []);
  return null;
}
