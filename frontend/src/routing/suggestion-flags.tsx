import type { CaseSuggestions } from '@musubi/backend/contract/suggestions';
import { Banner } from '@/ui/banner';
import { Said } from './said';

type Props = Pick<CaseSuggestions, 'outOfScope' | 'noMunicipality' | 'vague' | 'contexts'>;

/** What somebody should look at before asking a ministry. A flag decides nothing. */
export function SuggestionFlags({ outOfScope, noMunicipality, vague, contexts }: Props) {
  const flags = [
    { title: '対象外ではありませんか', questions: [], ...outOfScope },
    { title: '自治体が関わっていない相談ではありませんか', questions: [], ...noMunicipality },
    { title: '内容があいまいではありませんか', ...vague },
  ].filter(({ raised }) => raised);
  return flags.map(({ title, reasons, questions }) => (
    <Banner key={title} kind="warning" title={title}>
      <div className="grid gap-3">
        {reasons.map(({ kind, words, reason }) => (
          <div key={kind}>
            <p>{reason}</p>
            <Said words={words} contexts={contexts} />
          </div>
        ))}
        {questions.length > 0 && (
          <div>
            <p className="font-700">団体に尋ねるとよいこと</p>
            <ul className="list-disc pl-5">
              {questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </div>
        )}
        <p className="text-dns-14N-130 text-solid-gray-700">
          言葉から機械的に示した注意です。判断は担当者が行ってください。
        </p>
      </div>
    </Banner>
  ));
}
