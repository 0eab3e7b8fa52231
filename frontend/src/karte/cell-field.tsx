'use client';

import type { FormColumn, KarteValue } from '@musubi/backend/contract/forms';
import type { ReactNode } from 'react';
import { Checkbox, CheckboxGroup, RadioGroup } from '@/ui/choices';
import { DateField } from '@/ui/date-field';
import { Disclosure } from '@/ui/disclosure';
import { Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';
import { CountedArea } from './counted-area';
import { useSheet } from './sheet-context';
import { choicesOf } from './value-text';

interface Props {
  input: FormColumn;
  name: string;
  label: ReactNode;
  value: KarteValue | undefined;
  required: boolean;
  /** In a row, where space is short. */
  compact?: boolean;
}

/** Choices beyond this many are folded away, or offered as a list. */
const MANY = 8;

/** One place to write, of the type that the form says. */
export function CellField({ input, name, label, value, required, compact }: Props) {
  const { choices, faults } = useSheet();
  const field = { name, label, required, error: faults[name], support: <Support input={input} /> };
  const text = typeof value === 'string' ? value : '';
  const options = choicesOf(input, choices);
  switch (input.type) {
    case 'longText':
      return <CountedArea {...field} defaultValue={text} limit={input.max} rows={compact ? 2 : 5} />;
    case 'text':
      return <TextField {...field} defaultValue={text} width={input.max > 40 ? '100%' : '20rem'} />;
    case 'tel':
    case 'email':
      return <TextField {...field} type={input.type} defaultValue={text} autoComplete="off" width="28rem" />;
    case 'date':
      return <DateField {...field} defaultValue={text} />;
    case 'consent':
      return <Checkbox {...field} support={input.help} defaultChecked={value === true} />;
    case 'choice':
      if (compact || options.length > MANY)
        return <Select {...field} options={options} defaultValue={text} empty="選択してください" />;
      return <RadioGroup {...field} choices={options} defaultValue={text} />;
    case 'choices': {
      const chosen = Array.isArray(value) ? (value as string[]) : [];
      const group = <CheckboxGroup {...field} choices={options} defaultValues={chosen} inline />;
      if (options.length <= 2 * MANY) return group;
      const labels = options.filter((option) => chosen.includes(option.value)).map((option) => option.label);
      return (
        <div className="grid gap-2">
          {labels.length > 0 && <p>選んだもの：{labels.join('、')}</p>}
          <Disclosure summary={<>{label}を一覧から選ぶ</>}>{group}</Disclosure>
        </div>
      );
    }
  }
}

function Support({ input: { help, example } }: { input: FormColumn }) {
  if (!help && !example) return null;
  return (
    <>
      {help}
      {example && <span className="block text-dns-14N-130">例：{example}</span>}
    </>
  );
}
