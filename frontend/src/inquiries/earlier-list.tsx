import { Disclosure } from '@/ui/disclosure';
import { SubmitButton } from '@/ui/form';
import type { EarlierOption } from './earlier-options';

/** Earlier answers to questions like this one, each with what it shares, and one press that takes it over. */
export function EarlierList({ row, answers }: { row: number; answers: readonly EarlierOption[] }) {
  return (
    <Disclosure summary={`自府省庁の過去の回答を写す（似た順に${answers.length}件）`}>
      <ol className="grid gap-4">
        {answers.map(({ id, name, source, question, points, words }) => (
          <li key={id} className="grid gap-1 border-t border-solid-gray-420 pt-3">
            <p className="font-700">{name}</p>
            <p className="text-dns-14N-130 text-solid-gray-700">{source}</p>
            <p>質問：{question}</p>
            <p className="line-clamp-3 whitespace-pre-wrap">{points}</p>
            <p className="text-dns-14N-130">
              {words ? `この質問と共通する言葉：${words}` : '共通する言葉はありません。'}
            </p>
            <div>
              <SubmitButton name="intent" value={`copy-${row}-${id}`} variant="outline" size="sm">
                <span className="sr-only">
                  {source}の「{name}」：
                </span>
                この回答を写す
              </SubmitButton>
            </div>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
