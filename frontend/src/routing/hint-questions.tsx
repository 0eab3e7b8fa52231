import type { KarteHints } from '@musubi/backend/contract/suggestions';
import { Card } from '@/ui/card';
import { Said } from './said';

/** What the desk would ask next, so that the town can answer it beforehand. Questions, not verdicts. */
export function HintQuestions({
  questions,
  elsewhere,
  contexts,
}: Pick<KarteHints, 'questions' | 'elsewhere' | 'contexts'>) {
  if (questions.length === 0 && elsewhere.length === 0) return null;
  return (
    <Card title="書き添えると、早くお答えできること" level={3}>
      <div className="grid gap-3">
        {questions.length > 0 && (
          <ul className="list-disc pl-5">
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        )}
        {elsewhere.length > 0 && (
          <div className="grid gap-1">
            <p>
              次の言葉の内容は、ほかの窓口のほうが早くお答えできることがあります。国に尋ねたいことがあれば、質問に書き添えてください。このまま提出しても構いません。
            </p>
            <Said words={elsewhere} contexts={contexts} />
          </div>
        )}
      </div>
    </Card>
  );
}
