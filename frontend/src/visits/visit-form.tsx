'use client';

import type { Visit, VisitCategories, VisitSheet } from '@musubi/backend/contract/visits';
import type { FormAction, FormState } from '@/lib/form-state';
import { Disclosure } from '@/ui/disclosure';
import { Form, SubmitButton } from '@/ui/form';
import { StoredVersion } from '@/ui/stored-version';
import { PlanFields } from './plan-fields';
import { ResultFields } from './result-fields';

interface Props {
  action: FormAction;
  sheet: VisitSheet;
  /** Of a visit that is there; a plan has its `id` instead. */
  stored?: Pick<Visit, 'version' | 'state'>;
  id?: string;
  /** The visit has begun: what came of it is what people open this page for. */
  begun: boolean;
  mayFinish: boolean;
  members: readonly { personId: string; name: string; ministry: string }[];
  categories: VisitCategories;
}

export function VisitForm({ action, sheet, stored, id, begun, mayFinish, members, categories }: Props) {
  return (
    <Form action={action}>
      {(state) => {
        const plan = <PlanFields {...{ state, sheet, members }} travel={categories.travel} />;
        const result = <ResultFields {...{ state, sheet }} met={categories.met} />;
        return (
          <>
            {stored && <StoredVersion<Visit> state={state} version={stored.version} show={storedWords} />}
            {id && <input type="hidden" name="id" value={id} />}
            {begun ? (
              <>
                {result}
                <Disclosure summary="日程、行程、旅費を直す" open={isWrong(state, PLAN)}>
                  {plan}
                </Disclosure>
              </>
            ) : (
              <>
                {plan}
                <Disclosure
                  summary="結果も書く（訪問の後でも書けます）"
                  open={hasResult(sheet) || isWrong(state, RESULT)}
                >
                  {result}
                </Disclosure>
              </>
            )}
            <div className="flex flex-wrap gap-4">
              <SubmitButton variant={mayFinish ? 'outline' : 'solid'}>保存する</SubmitButton>
              {mayFinish && (
                <SubmitButton name="intent" value="finish">
                  実施済みとして保存する
                </SubmitButton>
              )}
            </div>
          </>
        );
      }}
    </Form>
  );
}

const PLAN = /^(startsOn|endsOn|people|companions|route|travel)/;
const RESULT = /^(result|met|media|shared)/;

/** An error never stands where nobody sees it. */
const isWrong = ({ fields = {} }: FormState, part: RegExp): boolean =>
  Object.keys(fields).some((name) => part.test(name));

const hasResult = ({ result, met, media }: VisitSheet): boolean => result !== '' || met.length > 0 || media;

const wareki = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
const day = (value: string): string => wareki.format(new Date(value));

const storedWords = (visit: Visit) => [
  { term: '保存した人', value: visit.updatedBy },
  { term: '期間', value: `${day(visit.startsOn)}から${day(visit.endsOn)}まで` },
  { term: '行程', value: visit.route.map(({ time, place }) => `${time} ${place}`.trim()).join('、') || '（なし）' },
  {
    term: '面会した人',
    value: visit.metLabels.map(({ label, count }) => `${label}${count ?? ''}`).join('、') || '（なし）',
  },
  { term: '結果', value: visit.result || '（なし）' },
];
