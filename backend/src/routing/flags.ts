import type { SuggestionFlag } from '../contract/routing.js';
import { type Card, passagesOf } from './card.js';
import type { Signal } from './knowledge.js';
import { finderOf, type Spoken, spoken } from './spoken.js';

type Found = { kind: string; words: string[]; reason: string; weight: number };

const STRONG = 1;
const WEAK = 0.3;
const ENOUGH = 1;
const MUNICIPAL =
  /^(市|町|村|区|特別区|都|道|府|県|都道府県|市町村|市区町村|政令指定都市|政令市|中核市|広域連合|一部事務組合|事務組合)([（(・、].*)?$/;
const PRIVATE_PERSON = /^(個人|匿名|不明)/;
/** A town hall does not complain or advertise; its own office matters and trial entries come from town halls. */
const FROM_TOWN_HALLS = ['internal_admin', 'test_entry'];
const BY_PERSON = 0.8;
const BY_TOWN_HALL = -0.3;
const SHORT = 120;

/** What a card may be besides a question to a ministry. Flags only ask a person to look. */
export class Flags {
  private readonly signals: (Signal & { words: { word: string; isIn: (text: Spoken) => boolean; weight: number }[] })[];

  constructor(signals: Signal[]) {
    this.signals = signals.map((signal) => ({
      ...signal,
      words: [
        ...signal.strong.map((word) => ({ word, isIn: finderOf(word), weight: STRONG })),
        ...signal.weak.map((word) => ({ word, isIn: finderOf(word), weight: WEAK })),
      ],
    }));
  }

  outOfScope(card: Card): SuggestionFlag {
    const found = this.found('out_of_scope', card);
    const kind = card.lead?.kind ?? '';
    const weighed = found.map((one) => {
      if (PRIVATE_PERSON.test(kind)) return one.weight + BY_PERSON;
      return MUNICIPAL.test(kind) && !FROM_TOWN_HALLS.includes(one.kind) ? one.weight + BY_TOWN_HALL : one.weight;
    });
    return flag(
      weighed.some((weight) => weight >= ENOUGH),
      found,
    );
  }

  noMunicipality(card: Card): SuggestionFlag {
    const kind = card.lead?.kind;
    if (kind) {
      const reason = `提出者の区分が「${kind}」で、市区町村・都道府県ではありません。`;
      const other = !MUNICIPAL.test(kind);
      return { raised: other, reasons: other ? [{ kind: 'lead', words: [kind], reason }] : [] };
    }
    const found = this.found('no_municipality', card);
    return flag(
      found.some(({ weight }) => weight >= ENOUGH),
      found,
    );
  }

  vague(card: Card): SuggestionFlag {
    const found = this.found('vague', card);
    const length = passagesOf(card).reduce((sum, { text }) => sum + text.length, 0);
    if (length < SHORT)
      found.push({
        kind: 'short',
        words: [],
        weight: STRONG,
        reason: `全体で${length}字と短く、手がかりが少ないため。`,
      });
    return flag(found.reduce((sum, { weight }) => sum + weight, 0) >= ENOUGH, found);
  }

  private found(wanted: Signal['flag'], card: Card): Found[] {
    const lines = passagesOf(card).map((passage) => passage.text);
    const text = spoken({ text: lines.join('\n'), weight: 1 });
    return this.signals
      .filter((signal) => signal.flag === wanted)
      .map(({ kind, reason, words }) => {
        const said = words.filter(({ isIn }) => isIn(text));
        const weight = said.reduce((sum, word) => sum + word.weight, 0);
        return { kind, reason, words: said.map(({ word }) => word), weight };
      })
      .filter(({ weight }) => weight > 0);
  }
}

const flag = (raised: boolean, found: Found[]): SuggestionFlag => ({
  raised,
  reasons: raised ? found.map(({ kind, words, reason }) => ({ kind, words, reason })) : [],
});
