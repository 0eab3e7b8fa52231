'use client';

import type { RowsInput, RowValue } from '@musubi/backend/contract/forms';
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { FieldGroup } from '@/ui/form-field';
import { CellField } from './cell-field';
import { useSheet } from './sheet-context';

interface Props {
  input: RowsInput;
  label: ReactNode;
  rows: RowValue[];
  required: boolean;
}

/** Rows that one adds and removes; without JavaScript the buttons send the form and the page comes back with the rows. */
export function RowsField({ input, label, rows: stored, required }: Props) {
  const { key, rowLabel, columns, max, help } = input;
  const { faults, touched } = useSheet();
  const [rows, setRows] = useState(() => (stored.length > 0 ? stored : [{}]).map((value, id) => ({ id, value })));
  const group = useRef<HTMLDivElement>(null);
  const focus = useRef<'last' | 'add' | null>(null);

  useEffect(() => {
    if (!focus.current) return;
    const fields = [...(group.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].at(-1);
    const target = focus.current === 'last' ? fields : group.current;
    target?.querySelector<HTMLElement>(focus.current === 'last' ? 'input, select, textarea' : '[name=add]')?.focus();
    focus.current = null;
    touched();
  });

  function add(event: MouseEvent) {
    event.preventDefault();
    focus.current = 'last';
    setRows((before) => [...before, { id: Math.max(0, ...before.map(({ id }) => id)) + 1, value: {} }]);
  }

  function remove(event: MouseEvent, id: number) {
    event.preventDefault();
    focus.current = 'add';
    setRows((before) => before.filter((row) => row.id !== id));
  }

  return (
    <FieldGroup id={key} name={key} label={label} required={required} support={help} error={faults[key]}>
      <div ref={group} id={key} className="grid gap-4" tabIndex={-1}>
        {rows.map(({ id, value }, i) => (
          <RowFrame key={id} legend={`${rowLabel}${i + 1}`} plain={columns.length === 1}>
            <div className="grid gap-4 md:grid-cols-2">
              {columns.map((column) => (
                <div key={column.key} className={isWide(column) ? 'md:col-span-2' : ''}>
                  <CellField
                    input={i === 0 ? column : { ...column, help: undefined, example: undefined }}
                    name={`${key}.${i}.${column.key}`}
                    label={columns.length === 1 ? `${rowLabel}${i + 1}` : column.label}
                    value={value[column.key]}
                    required={required && column.required && columns.length > 1}
                    compact
                  />
                </div>
              ))}
            </div>
            {(rows.length > 1 || input.min === 0) && (
              <p className="mt-2 text-right">
                <Button
                  variant="text"
                  size="sm"
                  name="remove"
                  value={`${key}.${i}`}
                  onClick={(event) => remove(event, id)}
                >
                  {`${rowLabel}${i + 1}を削除`}
                </Button>
              </p>
            )}
          </RowFrame>
        ))}
        {rows.length < max && (
          <p>
            <Button variant="outline" size="sm" name="add" value={key} onClick={add}>
              {`${rowLabel}を追加（${max}件まで）`}
            </Button>
          </p>
        )}
      </div>
    </FieldGroup>
  );
}

/** A row of a single column needs no frame: its label says which row it is. */
function RowFrame({ legend, plain, children }: { legend: string; plain: boolean; children: ReactNode }) {
  if (plain) return <div data-row>{children}</div>;
  return (
    <fieldset data-row className="min-w-0 rounded-8 border border-solid-gray-420 p-4">
      <legend className="px-1 font-700">{legend}</legend>
      {children}
    </fieldset>
  );
}

const isWide = (column: RowsInput['columns'][number]): boolean => 'max' in column && column.max > 50;
