import type { SurveyDefinitions, SurveyQuestion } from '@musubi/backend/contract/surveys';
import { Disclosure } from '@/ui/disclosure';
import { Day } from '@/ui/time';
import { answersOf, KIND_LABEL } from './question-kinds';

/** One version as it is asked. */
export function DefinitionView({
  definition,
  open,
}: {
  definition: SurveyDefinitions['items'][number];
  open: boolean;
}) {
  const { version, validFrom, closesAfterDays, remindAfterDays, questions, source, used } = definition;
  return (
    <Disclosure summary={`第${version}版（${used ? '依頼済み' : '依頼なし'}）`} open={open}>
      <div className="grid gap-4">
        <p>
          <Day value={validFrom} />
          から適用。依頼の{closesAfterDays}日後に締切、{remindAfterDays}日後に督促。{source}
        </p>
        <ol className="grid list-decimal gap-4 pl-6">
          {questions.map((question) => (
            <li key={question.id}>
              <Asked question={question} />
            </li>
          ))}
        </ol>
      </div>
    </Disclosure>
  );
}

function Asked({ question }: { question: SurveyQuestion }) {
  const { id, kind, label, text, required } = question;
  return (
    <>
      <p className="font-700">
        {label}（{KIND_LABEL[kind]}、{required ? '必須' : '任意'}、記号 {id}）
      </p>
      <p>{text}</p>
      <p>{answersOf(question).join(' ／ ')}</p>
    </>
  );
}
