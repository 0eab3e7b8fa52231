'use client';

import type { ProposalChange } from '@musubi/backend/contract/proposals';
import { typed } from '@/lib/form-state';
import { Form, SubmitButton } from '@/ui/form';
import { StoredVersion } from '@/ui/stored-version';
import { TextArea } from '@/ui/text-area';
import { change as makeChange } from './actions';

interface Stored {
  version: number;
  what: string;
  reason: string;
  by: string | null;
}

/** Makes the change that was shown. When somebody changed first, what they did stands beside it. */
export function ChangeForm({ id, version, change }: { id: string; version: number; change: ProposalChange }) {
  return (
    <Form action={makeChange.bind(null, id, change)} className="grid gap-4">
      {(state) => (
        <>
          <StoredVersion<Stored>
            state={state}
            version={version}
            show={(stored) => [
              { term: '版', value: String(stored.version) },
              { term: '変更', value: stored.what },
              { term: '変更した人', value: stored.by ?? 'システム' },
              { term: '理由', value: stored.reason },
            ]}
          />
          <TextArea
            label="変更の理由"
            support="版の履歴に残ります。"
            {...typed(state, 'reason')}
            rows={3}
            limit={500}
            required
          />
          <div>
            <SubmitButton>この変更を行う</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}
