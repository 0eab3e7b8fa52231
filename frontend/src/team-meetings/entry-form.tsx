'use client';

import type { SharedField, SharedTexts } from '@musubi/backend/contract/team-meetings';
import { Form, SubmitButton } from '@/ui/form';
import type { Option } from '@/ui/select';
import { saveEntry } from './actions';
import { PresenceLine } from './presence-line';
import { PromiseRows } from './promise-fields';
import { ShareDecisions } from './share-decisions';
import { SharedArea } from './shared-area';
import { usePresence } from './use-presence';

interface Props {
  id: string;
  texts: SharedTexts;
  labels: Record<SharedField, string>;
  owners: Option[];
  /** For the promises of this entry. */
  ids: string[];
  /** From the day of the 会議 on. */
  records: boolean;
  held: boolean;
  shared: boolean;
}

const AREAS: readonly { field: SharedField; rows: number; support?: string }[] = [
  { field: 'agenda', rows: 3 },
  { field: 'attendees', rows: 2 },
  { field: 'notes', rows: 8, support: '話し合ったことの要点。同時に何人でも書けます。入力は自動で保存します。' },
  { field: 'decisions', rows: 4 },
];

/** The whole entry of a 会議 on one page. */
export function EntryForm({ id, texts, labels, owners, ids, records, held, shared }: Props) {
  const { presence, writesIn } = usePresence(id);
  return (
    <div className="grid gap-2">
      <PresenceLine presence={presence} labels={labels} />
      <Form action={saveEntry.bind(null, id, records, ids)}>
        {(state) => (
          <>
            {AREAS.map(({ field, ...look }) => (
              <SharedArea
                key={field}
                id={id}
                field={field}
                label={labels[field]}
                {...look}
                stored={texts[field]}
                typed={typedText(state.values?.[field])}
                error={state.fields?.[`texts.${field}.body`] ?? state.fields?.body}
                latest={presence?.texts[field]}
                conflict={(state.conflict as { texts?: SharedTexts } | undefined)?.texts?.[field]}
                onWriting={writesIn}
              />
            ))}
            {records && <PromiseRows key={ids[0]} state={state} owners={owners} ids={ids} />}
            {records && <ShareDecisions state={state} shared={shared} />}
            <SubmitButton>{records && !held ? '開催済みとして保存する' : '保存する'}</SubmitButton>
          </>
        )}
      </Form>
    </div>
  );
}

const typedText = (value: string | string[] | undefined): string | undefined =>
  value === undefined ? undefined : [value].flat()[0];
