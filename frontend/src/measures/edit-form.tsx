'use client';

import type { MeasureContentEdit, MeasureForm } from '@musubi/backend/contract/measure-edit';
import { chosen, type FormState, typed } from '@/lib/form-state';
import { Card } from '@/ui/card';
import { CheckboxGroup, RadioGroup } from '@/ui/choices';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import type { Option } from '@/ui/select';
import { StoredVersion } from '@/ui/stored-version';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { editMeasure } from './edit-actions';
import { OwnerFields, type OwnerLists } from './owner-fields';

type TextName = {
  [K in keyof MeasureContentEdit]: MeasureContentEdit[K] extends string ? K : never;
}[keyof MeasureContentEdit];

interface Props {
  form: MeasureForm;
  lists: OwnerLists & { kinds: readonly Option[]; fields: readonly Option[] };
}

/** A measure as one form. Its place in a strategy comes from the source, and is not in it. */
export function MeasureEditForm({ form, lists }: Props) {
  return (
    <Form action={editMeasure.bind(null, form.id)} className="grid gap-8">
      {(state) => (
        <>
          <DefaultButton />
          <StoredVersion<Pick<MeasureForm, 'version' | 'content'>> state={state} version={form.version} show={shown} />
          <Card title="名称と内容">
            <Names form={form} lists={lists} state={state} />
          </Card>
          <Card title="所管">
            <OwnerFields owners={form.content.owners} others={form.others} lists={lists} state={state} />
          </Card>
          <Card title="対象、要件、金額、公募">
            <Conditions content={form.content} state={state} />
          </Card>
          <TextArea
            label="変更の理由"
            support="変更の履歴に残ります。例：令和8年度の公募要領による。"
            rows={2}
            limit={500}
            required
            {...typed(state, 'reason')}
          />
          <div>
            <SubmitButton name="intent" value="save">
              変更する
            </SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

function Names({ form: { content }, lists, state }: Props & { state: FormState }) {
  const lines = (name: 'programs' | 'keywords' | 'links') => typed(state, `content.${name}`, content[name].join('\n'));
  return (
    <div className="grid gap-6">
      <RadioGroup label="種別" inline choices={lists.kinds} {...typed(state, 'content.kind', content.kind)} />
      <TextField label="施策名" width="100%" required {...typed(state, 'content.title', content.title)} />
      <TextField label="通称" {...typed(state, 'content.commonName', content.commonName)} />
      <TextArea label="本文" rows={8} limit={20_000} {...typed(state, 'content.text', content.text)} />
      <TextArea label="主な事業" support="1行に一つ書いてください。" rows={4} {...lines('programs')} />
      <CheckboxGroup label="政策分野" choices={lists.fields} {...chosen(state, 'content.fields', content.fields)} />
      <TextArea label="キーワード" support="1行に一つ書いてください。" rows={3} {...lines('keywords')} />
      <TextArea label="URL" support="1行に一つ、https:// から書いてください。" rows={2} {...lines('links')} />
    </div>
  );
}

function Conditions({ content, state }: { content: MeasureContentEdit; state: FormState }) {
  const field = (name: TextName | 'applyFrom' | 'applyUntil' | 'fiscalYear') =>
    typed(state, `content.${name}`, content[name]);
  return (
    <div className="grid gap-6">
      <TextArea label="対象者" rows={2} limit={1000} {...field('eligible')} />
      <TextArea label="要件" rows={4} limit={2000} {...field('requirements')} />
      <TextField label="補助率" width="32rem" {...field('rate')} />
      <TextField label="上限" width="32rem" {...field('ceiling')} />
      <div className="flex flex-wrap gap-4">
        <DateField label="公募開始日" {...field('applyFrom')} />
        <DateField label="公募終了日" {...field('applyUntil')} />
      </div>
      <div className="flex flex-wrap gap-4">
        <TextField label="年度（西暦）" width="8rem" support="例：2026" {...field('fiscalYear')} />
        <TextField label="交付金の型" width="16rem" {...field('grantType')} />
      </div>
      <TextField label="根拠法令" width="100%" {...field('law')} />
      <TextArea label="連絡先" rows={2} limit={500} {...field('contact')} />
    </div>
  );
}

/** What somebody else saved first, as far as it is mostly corrected. */
const shown = ({ content }: Pick<MeasureForm, 'content'>) => [
  { term: '施策名', value: content.title },
  { term: '対象者', value: content.eligible },
  { term: '要件', value: content.requirements },
  { term: '補助率', value: content.rate },
  { term: '上限', value: content.ceiling },
  { term: '公募期間', value: [content.applyFrom, content.applyUntil].map((day) => day ?? '').join('～') },
  { term: '連絡先', value: content.contact },
  { term: '所管', value: content.owners.map(({ division }) => division || '府省庁全体').join('、') },
  { term: '本文', value: content.text },
];

/** The button that Enter presses in a text field. */
function DefaultButton() {
  return (
    <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only">
      変更する
    </button>
  );
}
