import type { Inquiry, InquiryRow } from '@musubi/backend/contract/inquiries';
import { type FormState, typed } from '@/lib/form-state';
import { RadioGroup } from '@/ui/choices';
import { SubmitButton } from '@/ui/form';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { AnswerBlock } from './answer-block';
import type { Lists } from './answer-form';
import { blockCount } from './answer-values';
import { EarlierList } from './earlier-list';

interface Props {
  state: FormState;
  index: number;
  row: InquiryRow;
  contact: Inquiry['usualContact'];
  lists: Lists;
  /** The only open question: its own button would say the same as the form's. */
  alone: boolean;
}

/** One question: answers, or 該当なし. What does not belong to the choice is hidden by style alone. */
export function AnswerRow({ state, index, row, contact, lists, alone }: Props) {
  const at = `rows.${index}`;
  const { questionRowId, position, text, notApplicable: declined, answers } = row;
  const earlier = lists.earlier[questionRowId] ?? [];
  const blocks = blockCount(state, index, answers.length);
  return (
    <section
      aria-labelledby={`${at}.question`}
      className="group/row grid gap-6 rounded-12 border border-solid-gray-420 p-4 md:p-6"
    >
      <div className="rounded-8 bg-blue-50 p-4">
        <h3 id={`${at}.question`} className="text-std-18B-160">
          質問{position}
        </h3>
        <p className="mt-1 whitespace-pre-wrap">{text}</p>
      </div>
      <input type="hidden" name={`${at}.questionRowId`} value={questionRowId} />
      <input type="hidden" name={`${at}.blocks`} value={blocks} />
      <RadioGroup
        label="この質問に"
        inline
        {...typed(state, `${at}.verdict`, declined ? 'notApplicable' : 'answer')}
        choices={[
          { value: 'answer', label: '回答する' },
          { value: 'notApplicable', label: '該当なしとする' },
        ]}
      />
      <div className="grid gap-6 group-not-has-[input[value=notApplicable]:checked]/row:hidden">
        <TextArea
          label="該当なしの理由"
          required
          rows={3}
          limit={1000}
          {...typed(state, `${at}.reason`, declined?.reason)}
        />
        <Select
          label="代わりに尋ねるとよい府省庁"
          support="分かる場合に選んでください。照会先の参考にします。"
          empty="分からない"
          options={lists.ministries}
          {...typed(state, `${at}.suggestedMinistryId`, declined?.suggestedMinistry?.id)}
        />
      </div>
      <div className="grid gap-6 group-has-[input[value=notApplicable]:checked]/row:hidden">
        {Array.from({ length: blocks }, (_, block) => `${at}.answers.${block}`).map((name, block) => (
          <AnswerBlock
            key={`${name} ${state.values?.[`${name}.basedOn`] ?? ''}`}
            state={state}
            name={name}
            title={`質問${position}への回答${block + 1}`}
            stored={answers[block]}
            contact={contact}
            kinds={lists.kinds}
            earlier={earlier}
          />
        ))}
        <SubmitButton name="intent" value={`add-${index}`} variant="outline" size="sm">
          この質問に別の施策や事例も回答する
        </SubmitButton>
        {earlier.length > 0 && <EarlierList row={index} answers={earlier} />}
      </div>
      {!alone && (
        <SubmitButton name="intent" value={`send-${index}`} variant="outline">
          質問{position}の回答だけ提出する
        </SubmitButton>
      )}
    </section>
  );
}
