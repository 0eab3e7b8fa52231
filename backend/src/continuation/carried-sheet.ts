import type { ContinuationWish } from '../contract/continuation.js';
import type { FormDefinition, Karte } from '../contract/forms.js';
import { checkDraft } from '../forms/draft-check.js';

/** What changes within a year is written anew: population, its day and its source, and what was done before. */
const ANEW = ['population', 'populationOn', 'populationSource', 'efforts'];
const LONGEST = 700;

interface Year {
  round: string;
  theme: string;
  sheet: Karte;
  wish: ContinuationWish;
}

/** The sheet with which the next 応募 begins: whatever its form still asks for, and what the year before was about. */
export function carriedSheet(form: FormDefinition, { round, theme, sheet, wish }: Year): Karte {
  const kept = Object.entries(sheet).filter(([key]) => !ANEW.includes(key));
  const again = wish.again.map(({ ministry, name }) => `${ministry} ${name}`).join('、');
  const before = [
    `${round}から継続を希望（${wish.years}年程度）。`,
    ...(again ? [`引き続き希望する支援官：${again}`] : []),
    `前年度の支援の内容：${theme}`,
  ].join('\n');
  const carried: Karte = { ...Object.fromEntries(kept), efforts: [...before].slice(0, LONGEST).join('') };
  if (wish.note) carried.wish = wish.note;
  // A newer form may ask otherwise: what it does not take is left for the town to write.
  const refused = Object.keys(checkDraft(form, carried)).map((path) => path.split('.')[0]);
  return Object.fromEntries(Object.entries(carried).filter(([key]) => !refused.includes(key)));
}
