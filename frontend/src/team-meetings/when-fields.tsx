import { type FormState, typed } from '@/lib/form-state';
import { TextField } from '@/ui/text-field';

interface Stored {
  startsAt: string;
  minutes: number;
  url: string;
  place: string;
}

interface Props {
  state: FormState;
  stored?: Stored;
  /** It took place: nobody needs its address any more. */
  held?: boolean;
}

/** Day, length and place of a 会議. `startsAt` is Tokyo wall time, as a date field wants it. */
export function WhenFields({ state, stored, held }: Props) {
  return (
    <>
      <div className="flex flex-wrap gap-4">
        <TextField
          type="datetime-local"
          label="日時"
          {...typed(state, 'startsAt', stored?.startsAt)}
          width="16rem"
          required
        />
        <TextField
          type="number"
          label="所要時間（分）"
          {...typed(state, 'minutes', stored?.minutes ?? 60)}
          min={10}
          max={600}
          width="9rem"
          required
        />
      </div>
      {!held && (
        <TextField
          type="url"
          label="オンライン会議のアドレス"
          support="https:// で始まるアドレス。チームの人だけに見えます。メールには載りません。"
          {...typed(state, 'url', stored?.url)}
        />
      )}
      <TextField
        label="場所"
        support={held ? '対面で集まった場合。' : '対面で集まる場合。'}
        {...typed(state, 'place', stored?.place)}
      />
    </>
  );
}
