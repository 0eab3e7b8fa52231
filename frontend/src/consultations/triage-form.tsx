'use client';

import type { ConsultationDetail } from '@musubi/backend/contract/consultations';
import type { Route } from 'next';
import { chosen, typed } from '@/lib/form-state';
import { CheckboxGroup, RadioGroup } from '@/ui/choices';
import { Disclosure } from '@/ui/disclosure';
import { Form, SubmitButton } from '@/ui/form';
import { Link } from '@/ui/link';
import { type Option, Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { triageStep } from './step-actions';

const PRIORITIES = [
  { value: 'high', label: '高' },
  { value: 'normal', label: '中' },
  { value: 'low', label: '低' },
];

/** 分野, 優先度, 主担当; with the triage also whom to ask first. */
export function TriageForm({
  action,
  consultation: { id, since, fields, priority = 'normal', owner, proposedMinistries },
  options,
}: {
  action: 'triage' | 'assign';
  consultation: ConsultationDetail;
  options: {
    fields: readonly Option[];
    ministries: readonly Option[];
    officers: readonly Option[];
    me: string;
    taken: readonly string[];
  };
}) {
  const proposed = [...new Set([...proposedMinistries.map((ministry) => ministry.id), ...options.taken])];
  return (
    <Form action={triageStep.bind(null, id, action, since)}>
      {(state) => {
        const { defaultValue, ...priorityField } = typed(state, 'priority', priority);
        return (
          <>
            <CheckboxGroup
              label="政策分野（複数可）"
              {...chosen(
                state,
                'fieldCodes',
                fields.map(({ code }) => code),
              )}
              choices={options.fields}
              required
            />
            <RadioGroup
              label="優先度"
              {...priorityField}
              defaultValue={defaultValue}
              choices={PRIORITIES}
              inline
              required
            />
            <Select
              label="主担当"
              {...typed(state, 'ownerId', owner?.id ?? options.me)}
              options={options.officers}
              required
            />
            {action === 'triage' && (
              <>
                <p>
                  <Link href={`/consultations/${id}/suggestions` as Route}>照会先と施策の候補を、根拠とともに見る</Link>
                </p>
                <Disclosure summary="照会する府省庁の案を選ぶ" open={proposed.length > 0}>
                  <CheckboxGroup
                    label="関係府省庁の案"
                    {...chosen(state, 'ministryIds', proposed)}
                    choices={options.ministries}
                  />
                </Disclosure>
                <TextArea label="内部メモ（団体には見えません）" {...typed(state, 'note')} limit={1000} rows={3} />
              </>
            )}
            <SubmitButton>{action === 'triage' ? 'トリアージを終える' : '変更する'}</SubmitButton>
          </>
        );
      }}
    </Form>
  );
}
