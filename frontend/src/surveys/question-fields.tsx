import type { SurveyQuestion } from '@musubi/backend/contract/surveys';
import { type FormState, typed } from '@/lib/form-state';
import { Checkbox } from '@/ui/choices';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { answerLines, KIND_LABEL } from './question-kinds';

const KINDS = Object.entries(KIND_LABEL).map(([value, label]) => ({ value, label }));

/** One question of the next version. Without a sign it is left out: that is how one is taken away. */
export function QuestionFields({ state, row, question }: { state: FormState; row: number; question?: SurveyQuestion }) {
  const field = (name: string, stored: string | number = '') => typed(state, `questions.${row}.${name}`, stored);
  const required = `questions.${row}.required`;
  const scale = question?.kind === 'scale' ? question : undefined;
  return (
    <fieldset className="grid gap-4 rounded-8 border border-solid-gray-420 p-4">
      <legend className="px-2 text-std-16B-170">{question ? `設問 ${row + 1}` : '新しい設問'}</legend>
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          label="記号"
          support="英小文字とハイフン。空にすると、この設問をやめます。意味を変えるときは、新しい記号にします。"
          {...field('id', question?.id)}
        />
        <Select label="種類" {...field('kind', question?.kind)} options={KINDS} empty="選んでください" />
      </div>
      <TextField label="集計での名前" {...field('label', question?.label)} />
      <TextArea label="設問の文" {...field('text', question?.text)} rows={2} />
      <TextArea
        label="回答の選択肢"
        support="1行に1つ。5段階は、5から1までの言葉を5行。選択は「記号 言葉」の形。自由記述では空にします。"
        {...field('answers', answerLines(question))}
        rows={5}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          label="5段階のほかの答え"
          support="例：打合せをしていない"
          {...field('notApplicable', scale?.notApplicable)}
        />
        <TextField
          label="自由記述の文字数"
          {...field('maxLength', question?.kind === 'text' ? question.maxLength : '')}
          inputMode="numeric"
          width="8rem"
        />
      </div>
      <Checkbox
        label="必須にする"
        name={required}
        defaultChecked={state.values ? state.values[required] === 'true' : question?.required}
      />
    </fieldset>
  );
}
