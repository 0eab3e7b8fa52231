'use client';

import type { CalendarFeed } from '@musubi/backend/contract/team-calendar';
import { Form, SubmitButton } from '@/ui/form';
import { TextField } from '@/ui/text-field';
import { endFeed, makeFeed } from './actions';

/** A secret address for the reader's own calendar. */
export function FeedForm({ teamId, exists }: { teamId: string; exists: boolean }) {
  return (
    <div className="grid gap-4">
      <Form action={makeFeed.bind(null, teamId)} className="grid gap-4">
        {(state) => (
          <>
            {state.preview !== undefined && (
              <TextField
                label="カレンダー用のアドレス"
                name="address"
                support="今だけ表示します。カレンダーのアプリの「URLで追加」に貼り付けてください。ほかの人に渡さないでください。"
                defaultValue={(state.preview as CalendarFeed).url}
                readOnly
                width="100%"
              />
            )}
            <SubmitButton variant="outline">{exists ? 'アドレスを作り直す' : '秘密のアドレスを作る'}</SubmitButton>
          </>
        )}
      </Form>
      {exists && (
        <Form action={endFeed.bind(null, teamId)} className="grid gap-4">
          {() => <SubmitButton variant="text">アドレスを使えなくする</SubmitButton>}
        </Form>
      )}
    </div>
  );
}
