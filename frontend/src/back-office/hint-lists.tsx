import { type SupportHints, USEFULNESS_LABEL } from '@musubi/backend/contract/back-office';
import type { Route } from 'next';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { MeasureCall, MeasureName } from '@/ui/measure-name';
import { FoundButton } from './found-button';

const ITEM = 'grid gap-2 border-t border-solid-gray-420 pt-3';
const Words = ({ words }: { words: readonly string[] }) =>
  words.length > 0 && <p className="text-dns-14N-130 text-solid-gray-700">共通する言葉：{words.join('、')}</p>;

/** What may make the request needless; each with a button that says so. */
export function HintLists({ teamId, hints: { measures, practices, solved } }: { teamId: string; hints: SupportHints }) {
  if (measures.length + practices.length + solved.length === 0) {
    return <EmptyState title="似たものは見つかりませんでした">そのまま後方支援を頼んでください。</EmptyState>;
  }
  return (
    <div className="grid gap-6">
      {solved.length > 0 && (
        <Card title="ほかの依頼への回答" level={3}>
          <ul className="grid gap-3">
            {solved.map(({ id, title, municipality, own, kind, answer, usefulness, sameFields, words }) => (
              <li key={id} className={ITEM}>
                <p className="font-700">
                  <Link href={`/back-office/${id}` as Route}>{title}</Link>
                </p>
                <p>
                  {own ? 'このチーム' : `${municipality}のチーム`}　{kind.name}
                  {usefulness && `　役立ち度：${USEFULNESS_LABEL[usefulness]}`}
                </p>
                {sameFields.length > 0 && <p>同じ政策分野：{sameFields.join('、')}</p>}
                <Disclosure summary="回答を読む">
                  <p className="whitespace-pre-wrap">{answer}</p>
                </Disclosure>
                <Words words={words} />
                <FoundButton teamId={teamId} kind={kind.code} found="request" refersTo={id} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {measures.length > 0 && (
        <Card title="関係しそうな国の施策" level={3}>
          <ul className="grid gap-3">
            {measures.map(({ id, ref, title, words, call, applyUntil }) => (
              <li key={id} className={ITEM}>
                <p>
                  <MeasureName id={id} title={title} source={ref} />
                </p>
                <MeasureCall call={call} applyUntil={applyUntil} />
                <Words words={words} />
                <FoundButton teamId={teamId} kind="scheme" found="measure" refersTo={id} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {practices.length > 0 && (
        <Card title="似た好事例" level={3}>
          <ul className="grid gap-3">
            {practices.map(({ id, name, words }) => (
              <li key={id} className={ITEM}>
                <p className="font-700">
                  <Link href={`/good-practices/${id}` as Route}>{name}</Link>
                </p>
                <Words words={words} />
                <FoundButton teamId={teamId} kind="practice" found="practice" refersTo={id} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
