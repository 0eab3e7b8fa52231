import { type FormState, typed } from '@/lib/form-state';
import { DateField } from '@/ui/date-field';
import { Disclosure } from '@/ui/disclosure';
import { type Option, Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';

interface Props {
  state: FormState;
  owners: readonly Option[];
  /** Before each name, where several stand in one form. */
  prefix?: string;
  required?: boolean;
}

/** What, who, until when. */
export function PromiseFields({ state, owners, prefix = '', required }: Props) {
  return (
    <div className="grid gap-4 md:grid-cols-[1fr_auto_auto]">
      <TextField label="約束の内容" {...typed(state, `${prefix}text`)} required={required} width="100%" />
      <Select
        label="担当"
        {...typed(state, `${prefix}owner`)}
        options={owners}
        empty="選んでください"
        width="14rem"
        required={required}
      />
      <DateField label="期限" {...typed(state, `${prefix}dueOn`)} required={required} />
    </div>
  );
}

/** Rows for what was promised at a 会議; empty ones stay out. One is enough for most. */
export function PromiseRows({ state, owners, ids }: { state: FormState; owners: readonly Option[]; ids: string[] }) {
  const [first, ...more] = ids.map((id, row) => (
    <fieldset key={id} className="min-w-0 border-l-4 border-solid-gray-200 pl-4">
      <legend className="mb-1 text-dns-14N-130 text-solid-gray-700">約束 {row + 1}</legend>
      <PromiseFields state={state} owners={owners} prefix={`promises.${row}.`} />
    </fieldset>
  ));
  return (
    <fieldset className="grid min-w-0 gap-4">
      <legend className="mb-2 text-std-17B-170">約束・宿題</legend>
      <p className="text-solid-gray-700">
        だれが、いつまでに、何をするか。使わない行は空のままにしてください。保存すると、次の行を加えられます。
      </p>
      {first}
      {more.length > 0 && (
        <Disclosure summary="約束を更に書く" open={isUsed(state)}>
          <div className="grid gap-4">{more}</div>
        </Disclosure>
      )}
    </fieldset>
  );
}

/** A row beyond the first came back with something in it: it must be seen. */
const isUsed = ({ values = {} }: FormState): boolean =>
  Object.entries(values).some(([name, value]) => /^promises\.[1-9]/.test(name) && value !== '');
