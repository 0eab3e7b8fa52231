import type { Answer } from '@musubi/backend/contract/answers';
import type { Inquiry } from '@musubi/backend/contract/inquiries';
import { type FormState, typed } from '@/lib/form-state';
import { Checkbox } from '@/ui/choices';
import { Disclosure } from '@/ui/disclosure';
import { type Option, Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import type { EarlierOption } from './earlier-options';

interface Props {
  state: FormState;
  /** `rows.0.answers.1` */
  name: string;
  title: string;
  stored: Answer | undefined;
  contact: Inquiry['usualContact'];
  kinds: readonly Option[];
  earlier: readonly EarlierOption[];
}

/** The fields of one answer. A block without a word is not saved. */
export function AnswerBlock({ state, name, title, stored, contact, kinds, earlier }: Props) {
  const field = (key: keyof Answer, usual = '') =>
    typed(state, `${name}.${key}`, stored ? String(stored[key] ?? '') : usual);
  const extras = ['requirements', 'callPeriod', 'rateCeiling', 'url'] as const;
  const open = extras.some((key) => field(key).defaultValue !== '' || field(key).error);
  const basedOn = field('basedOn').defaultValue;
  const source = sourceOf(basedOn, stored, earlier);
  return (
    <fieldset className="grid gap-6 border-l-4 border-solid-gray-200 pl-4">
      <input type="hidden" name={`${name}.basedOn`} defaultValue={basedOn} />
      <legend className="mb-4 text-std-17B-170">{title}</legend>
      {source && <p>出典：{source}</p>}
      <Select label="区分" options={kinds} {...field('kind', 'measure')} />
      <TextField
        label="施策名・名称"
        support="適用可能施策、類似事例、人材・団体のときは必須です。"
        width="40rem"
        {...field('measureName')}
      />
      <TextArea label="活用のポイント（回答の内容）" required limit={2000} {...field('points')} />
      <Disclosure summary="要件、公募時期、補助率、URLも書く" open={open}>
        <div className="grid gap-6">
          <TextArea label="要件・留意点" rows={3} limit={2000} {...field('requirements')} />
          <TextField label="公募時期" {...field('callPeriod')} />
          <TextField label="補助率・上限" {...field('rateCeiling')} />
          <TextField label="URL" type="url" support="https:// から入力してください。" width="40rem" {...field('url')} />
        </div>
      </Disclosure>
      <TextField label="担当課室" required {...field('division', contact?.division)} />
      <TextField
        label="電話"
        type="tel"
        support="電話かメールのどちらかは必須です。"
        width="20rem"
        {...field('tel', contact?.tel)}
      />
      <TextField label="メール" type="email" {...field('email', contact?.email)} />
      <Checkbox
        label="この回答の公表を認める"
        name={`${name}.public`}
        support="事例として公表するときの区分です。団体への回答には、いずれの場合も使います。"
        defaultChecked={state.values ? state.values[`${name}.public`] === 'true' : stored?.public}
      />
    </fieldset>
  );
}

/** In words, from which earlier answer this one was begun. */
function sourceOf(basedOn: string, stored: Answer | undefined, earlier: readonly EarlierOption[]): string | undefined {
  const offered = earlier.find(({ id }) => id === basedOn)?.source;
  return (
    offered ?? (stored?.basedOn === basedOn && stored.basedOnNumber ? `${stored.basedOnNumber}への回答` : undefined)
  );
}
