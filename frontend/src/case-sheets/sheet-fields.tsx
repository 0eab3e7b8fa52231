'use client';

import type { CaseSheet } from '@musubi/backend/contract/case-sheets';
import { type FormState, typed } from '@/lib/form-state';
import { FieldGroup } from '@/ui/form-field';
import { StoredVersion } from '@/ui/stored-version';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { ELEMENTS, PARTNERS } from './rows';

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'];
/** Those that are filled and one more, three at least. */
const places = (most: number, filled: number) =>
  Array.from({ length: Math.min(most, Math.max(3, filled + 1)) }, (_, i) => i);

/** The words of a 事例票, which the desk writes first and the town makes its own. */
export function SheetFields({ state, sheet }: { state: FormState; sheet: CaseSheet }) {
  return (
    <>
      <StoredVersion<CaseSheet> state={state} version={sheet.version} show={shown} />
      <TextField label="題名" {...typed(state, 'title', sheet.title)} maxLength={80} required />
      <FieldGroup
        label="組み合わせた要素（A×B×C）"
        name="elements"
        id="elements.0"
        support="異なる分野の施策、人材、技術、地域資源などを、1行に1つ書いてください。"
        error={state.fields?.elements}
        required
      >
        <div className="grid gap-2">
          {places(ELEMENTS, sheet.elements.length).map((i) => (
            <div key={i} className="grid grid-cols-[2rem_1fr] items-center gap-2">
              <span aria-hidden>{LETTERS[i]}</span>
              <TextLine label={`要素${LETTERS[i]}`} {...typed(state, `elements.${i}`, sheet.elements[i])} max={120} />
            </div>
          ))}
        </div>
      </FieldGroup>
      <TextArea label="地域の現状・課題" {...typed(state, 'situation', sheet.situation)} limit={700} />
      <TextArea
        label="取組"
        support="何を組み合わせて、何をしたか（するか）を、ほかの団体が参考にできるように書いてください。"
        {...typed(state, 'initiative', sheet.initiative)}
        limit={1000}
        required
      />
      <FieldGroup
        label="連携先"
        name="partners"
        id="partners.0.name"
        support="公表してよい団体だけを書いてください。個人の名前は書かないでください。"
        error={state.fields?.partners}
      >
        <div className="grid gap-2">
          {places(PARTNERS, sheet.partners.length).map((i) => (
            <div key={i} className="grid gap-2 md:grid-cols-2">
              <TextLine
                label={`連携先${i + 1}の名称`}
                shown
                {...typed(state, `partners.${i}.name`, sheet.partners[i]?.name)}
                max={60}
              />
              <TextLine
                label={`連携先${i + 1}の役割`}
                shown
                {...typed(state, `partners.${i}.role`, sheet.partners[i]?.role)}
                max={100}
              />
            </div>
          ))}
        </div>
      </FieldGroup>
      <TextArea
        label="相談を通じて得られた支援"
        support="回答書で紹介された施策、調整されたことなどです。"
        {...typed(state, 'support', sheet.support)}
        limit={1500}
      />
      <TextArea label="結果・今後" {...typed(state, 'results', sheet.results)} limit={1000} />
    </>
  );
}

function TextLine({
  label,
  name,
  defaultValue,
  error,
  max,
  shown: visible = false,
}: {
  label: string;
  name: string;
  defaultValue: string;
  error?: string;
  max: number;
  shown?: boolean;
}) {
  return (
    <TextField
      label={<span className={visible ? 'text-dns-14N-130' : 'sr-only'}>{label}</span>}
      name={name}
      defaultValue={defaultValue}
      error={error}
      maxLength={max}
      width="100%"
    />
  );
}

const shown = ({ title, elements, situation, initiative, support, results }: CaseSheet) => [
  { term: '題名', value: title },
  { term: '要素', value: elements.join(' × ') },
  { term: '現状・課題', value: situation },
  { term: '取組', value: initiative },
  { term: '得られた支援', value: support },
  { term: '結果・今後', value: results },
];
