import type { FormInput } from '@musubi/backend/contract/forms';
import type { KarteSheet } from '@musubi/backend/contract/karte';
import type { ReactNode } from 'react';

/** What the system fills in by itself. */
export function Given({ sheet, input, label }: { sheet: KarteSheet; input: FormInput; label: ReactNode }) {
  return (
    <dl className="grid gap-1">
      <dt className="text-std-17B-170">{label}</dt>
      <dd>{givenText(sheet, input.key) ?? <span className="text-solid-gray-700">{input.help}</span>}</dd>
    </dl>
  );
}

export function givenText({ number, municipality }: KarteSheet, key: string): string | null {
  const values: Record<string, string | null> = {
    number,
    municipalityCode: municipality.code,
    municipality: municipality.label,
  };
  return values[key] ?? null;
}
