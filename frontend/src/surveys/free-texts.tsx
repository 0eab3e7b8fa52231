import type { QuestionFigures, SurveyResponse } from '@musubi/backend/contract/satisfaction';
import type { Route } from 'next';
import { Card } from '@/ui/card';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';

/** The latest words of the towns, with the way to all of them. */
export function FreeTexts({
  question,
  responses,
}: {
  question: QuestionFigures;
  responses: readonly SurveyResponse[];
}) {
  return (
    <Card
      title={`${question.label}（${question.n ?? 0}件）`}
      actions={question.href && <Link href={question.href as Route}>すべて読む</Link>}
    >
      {responses.length === 0 ? (
        <p>自由記述はありません。</p>
      ) : (
        <ul className="grid gap-4">
          {responses.map(({ id, score, municipalityLabel, answeredAt, answers }) => (
            <li key={id} className="border-l-4 border-solid-gray-200 pl-4">
              <p className="text-dns-14N-130 text-solid-gray-700">
                評価{score}　{municipalityLabel}　<Day value={answeredAt} />
              </p>
              <p className="whitespace-pre-wrap">{answers.find((each) => each.question === question.id)?.answer}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
