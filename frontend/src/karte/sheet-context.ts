'use client';

import type { FormChoices } from '@musubi/backend/contract/forms';
import type { KarteSheet } from '@musubi/backend/contract/karte';
import { createContext, useContext } from 'react';

interface SheetContext {
  choices: FormChoices;
  faults: Record<string, string>;
  corrections: KarteSheet['corrections'];
  /** To be called when something changed otherwise than by typing. */
  touched: () => void;
}

const Context = createContext<SheetContext>({
  choices: { policyFields: [], policyPillars: [], ministries: [] },
  faults: {},
  corrections: [],
  touched: () => undefined,
});

export const SheetProvider = Context.Provider;
export const useSheet = () => useContext(Context);
