'use client';

import type { FormInput, FormItem, Karte } from '@musubi/backend/contract/forms';
import type { ReactNode } from 'react';
import { CellField } from './cell-field';
import { rowsOf } from './content';
import { RowsField } from './rows-field';
import { useSheet } from './sheet-context';

interface Props {
  item: FormItem;
  karte: Karte;
  /** Inputs that are kept beside the カルテ: number, towns, files. */
  beside: (input: FormInput, label: ReactNode) => ReactNode;
}

/** One numbered item. An item of a single input needs no heading of its own: its label says it. */
export function ItemFields({ item: { no, label, help, inputs }, karte, beside }: Props) {
  const { corrections } = useSheet();
  const [only, ...others] = inputs;
  const sole = others.length === 0 && only?.label === label;
  const asked = corrections.filter(({ item }) => item === String(no) || inputs.some(({ key }) => key === item));
  return (
    <section id={`item-${no}`} className="grid gap-4 border-t border-solid-gray-200 py-6 first:border-0">
      {!sole && (
        <h3 className="text-std-18B-160">
          <Numbered no={no}>{label}</Numbered>
        </h3>
      )}
      {!sole && help && <p className="text-solid-gray-700">{help}</p>}
      {asked.map(({ id, reason }) => (
        <div key={id} className="rounded-8 border-2 border-orange-900 bg-orange-50 p-3">
          <p className="font-700">窓口からの補正の依頼</p>
          <p className="whitespace-pre-wrap">{reason}</p>
        </div>
      ))}
      <div className={inputs.length > 1 && inputs.every(isShort) ? 'grid gap-4 md:grid-cols-2' : 'grid gap-4'}>
        {inputs.map((input) => (
          <InputFields
            key={input.key}
            input={sole ? { ...input, help: [help, input.help].filter(Boolean).join('') || undefined } : input}
            karte={karte}
            label={sole ? <Numbered no={no}>{label}</Numbered> : input.label}
            beside={beside}
          />
        ))}
      </div>
    </section>
  );
}

function InputFields({
  input,
  karte,
  label,
  beside,
}: Pick<Props, 'karte' | 'beside'> & { input: FormInput; label: ReactNode }) {
  switch (input.type) {
    case 'auto':
    case 'members':
    case 'files':
      return beside(input, label);
    case 'rows':
      return <RowsField input={input} label={label} rows={rowsOf(karte, input.key)} required={input.required} />;
    default:
      return (
        <CellField input={input} name={input.key} label={label} value={karte[input.key]} required={input.required} />
      );
  }
}

const isShort = (input: FormInput): boolean =>
  input.type === 'tel' || input.type === 'email' || (input.type === 'text' && input.max <= 60);

function Numbered({ no, children }: { no: number; children: ReactNode }) {
  return (
    <>
      <span className="mr-2 inline-block min-w-7 rounded-4 bg-solid-gray-50 px-1 text-center text-dns-14B-130 tabular-nums text-solid-gray-700">
        {no}
      </span>
      {children}
    </>
  );
}
