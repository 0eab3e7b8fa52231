'use client';

import type { KnowledgeEffect, KnowledgeEntry, KnowledgeKind } from '@musubi/backend/contract/knowledge';
import { type FormState, typed } from '@/lib/form-state';
import { Checkbox } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { EffectTable } from './effect-table';
import { saveEntry } from './knowledge-actions';

interface Props {
  kind: KnowledgeKind;
  /** None for a new one. */
  entry: KnowledgeEntry | null;
  seen: number;
  ministries: readonly string[];
}

/** An entry of thesaurus or remits: first what a change does to the newest cases, then the button that makes it. */
export function EntryForm({ kind, entry, seen, ministries }: Props) {
  return (
    <Form action={saveEntry.bind(null, kind, entry?.id ?? null)}>
      {(state) => {
        const effect = state.preview as KnowledgeEffect | undefined;
        return (
          <>
            <input type="hidden" name="seen" value={seen} />
            <Head kind={kind} entry={entry} state={state} ministries={ministries} />
            <TextArea
              label={kind === 'thesaurus' ? '団体の言い方' : '相談に現れる語'}
              support="1行に一つ書いてください。短い語は、思わぬ相談に当たります。"
              {...typed(state, 'words', entry?.words.join('\n'))}
              rows={8}
              required
            />
            <TextField
              label={kind === 'thesaurus' ? '用語の出典' : '所掌事務の根拠'}
              support={kind === 'thesaurus' ? '例：観光立国推進基本計画の用語' : '例：財務省設置法第19条（酒類業）'}
              {...typed(state, 'source', entry?.source)}
              required
            />
            {entry && (
              <Checkbox
                label="この項目を使わない"
                name="removed"
                defaultChecked={state.values ? state.values.removed === 'true' : entry.removed}
              />
            )}
            <TextArea label="変更の理由" {...typed(state, 'reason')} limit={200} rows={2} required />
            {effect && <EffectTable effect={effect} />}
            {effect && <input type="hidden" name="seal" value={effect.seal ?? ''} />}
            <div className="flex flex-wrap gap-4">
              <SubmitButton name="intent" value="preview" variant={effect ? 'outline' : 'solid'}>
                相談への影響を確認する
              </SubmitButton>
              {effect && (
                <SubmitButton name="intent" value="apply">
                  {entry ? 'この内容に変更する' : 'この項目を加える'}
                </SubmitButton>
              )}
            </div>
          </>
        );
      }}
    </Form>
  );
}

function Head({ kind, entry, state, ministries }: Pick<Props, 'kind' | 'entry' | 'ministries'> & { state: FormState }) {
  if (kind === 'thesaurus') {
    return (
      <TextArea
        label="計画や施策の用語"
        support="1行に一つ書いてください。"
        {...typed(state, 'head', entry?.head.join('\n'))}
        rows={3}
        required
      />
    );
  }
  return (
    <Select
      label="府省庁"
      {...typed(state, 'head', entry?.head[0])}
      options={ministries.map((name) => ({ value: name, label: name }))}
      required
    />
  );
}
