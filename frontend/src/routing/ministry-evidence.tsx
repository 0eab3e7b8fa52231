import type { CaseSuggestions, Context } from '@musubi/backend/contract/suggestions';
import type { ReactNode } from 'react';
import { ChipList } from '@/ui/chip';
import { MeasureName } from '@/ui/measure-name';
import { StatusBadge } from '@/ui/status-badge';
import { Said } from './said';

type Ministry = CaseSuggestions['ministries'][number];

/** Why a ministry is suggested: first what can be cited, apart from it what is an inference. */
export function MinistryEvidence({ ministry, contexts }: { ministry: Ministry; contexts: readonly Context[] }) {
  const { citations, remits, divisions, inferences } = ministry;
  return (
    <div className="grid gap-5">
      <div className="grid gap-1">
        <p className="font-700">相談カルテの言葉</p>
        <Said words={wordsBehind(ministry)} contexts={contexts} />
      </div>
      {citations.length > 0 && (
        <Evidence badge="典拠" title="2022年の総合戦略（R4）の記載" note="担当府省庁の表記を引用できます。">
          {citations.map(({ id, heading, path, line, printed, terms }) => (
            <li key={id}>
              {heading}
              <span className="block text-dns-14N-130 text-solid-gray-700">
                {path.join('＞')}（資料の{line}行目）
              </span>
              <span className="block">担当の表記：【{printed.join('、')}】</span>
              <Shared terms={terms} />
            </li>
          ))}
        </Evidence>
      )}
      {remits.length > 0 && (
        <Evidence badge="典拠" title="所掌事務の語" note="根拠の法令は引用できます。語は窓口が選んだものです。">
          {remits.map(({ word, source, via }) => (
            <li key={word}>
              「{word}」：{source}
              {via && `（「${via.join('」「')}」から類語辞書で）`}
            </li>
          ))}
        </Evidence>
      )}
      {divisions.length > 0 && (
        <div className="grid gap-1">
          <p className="font-700">課室（2022年12月の表記）</p>
          <ChipList label="課室" items={divisions.map(({ name }) => name)} />
        </div>
      )}
      {inferences.length > 0 && (
        <Evidence
          badge="推定"
          title="2025年の総合戦略（R7）の施策"
          note="総合戦略は担当府省庁を示していません。担当は窓口の推定で、引用できません。"
        >
          {inferences.map(({ id, ref, title, terms, everyday }) => (
            <li key={id}>
              <MeasureName id={id} title={title} source={ref} />
              <Shared terms={[...terms, ...everyday]} />
            </li>
          ))}
        </Evidence>
      )}
    </div>
  );
}

/** The words of the card that speak for a ministry, each once, the longest of those that hold another. */
export function wordsBehind({ citations, remits, inferences }: Ministry): string[] {
  const words = [
    ...[...citations, ...inferences].flatMap(({ terms }) => terms),
    ...inferences.flatMap(({ everyday }) => everyday),
    ...remits.flatMap(({ word, via }) => via ?? [word]),
  ];
  return [...new Set(words)].filter((word) => !words.some((other) => other !== word && other.includes(word)));
}

function Shared({ terms }: { terms: readonly string[] }) {
  if (terms.length === 0) return null;
  return <span className="block text-dns-14N-130 text-solid-gray-700">共通する言葉：{terms.join('、')}</span>;
}

function Evidence({
  badge,
  title,
  note,
  children,
}: {
  badge: '典拠' | '推定';
  title: string;
  note: string;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="grid gap-2">
      <p className="flex flex-wrap items-center gap-2">
        <StatusBadge tone={badge === '典拠' ? 'done' : 'waiting'}>{badge}</StatusBadge>
        <span className="font-700">{title}</span>
      </p>
      <p className="text-dns-14N-130 text-solid-gray-700">{note}</p>
      <ul className="grid list-disc gap-3 pl-5">{children}</ul>
    </section>
  );
}
