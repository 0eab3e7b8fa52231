import { OLD_CHARACTERS } from './old-characters.js';

/** 異体字・旧字体 → the character in today's names of places. */
const OF_PLACES =
  '竜龍 鯵鰺 釜竈 竃竈 桧檜 曾曽 嶋島 斉斎 齊斎 齋斎 篭籠 邉辺 舘館 冨富 﨑崎 髙高 濵浜 埜野 渕淵 礪砺 蘆芦 薗園 槇槙 德徳 𠮷吉 嵜崎 嶌島 栁柳 桒桑 鷗鴎 靏鶴 靍鶴 槗橋';

/** Character → the one it is searched as. What is said twice of a character, places decide. */
const VARIANTS: ReadonlyMap<string, string> = new Map(
  [...OLD_CHARACTERS, ...OF_PLACES.split(' ')].map((pair) => {
    const [old = '', today = ''] = pair;
    return [old, today];
  }),
);

/**
 * Nobody sees them, so that no search tells them apart: they choose a glyph of the character before them (葛 of 葛城市), or
 * say where a line may break, and come along when text is copied.
 */
const UNSEEN = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]|[\u{AD}\u{200B}\u{2060}]|\u{200C}|\u{200D}/gu;

/** What is typed for 長音 after kana (サ−バ, エネルギ-消費), by the key of the minus or by a program that tidies dashes. */
export const DASHES = '\\-‐‒–—―−─━';
const TYPED_FOR_LONG = new RegExp(`(?<=[ぁ-ゖ])[${DASHES}]+`, 'gu');

/**
 * One spelling for all ways to write a text: full and half width, katakana and hiragana, 旧字体, small ヶ and ヵ, with and
 * without 長音 (サーバー, サーバ) and dashes typed for it, white space. Each character but such a dash folds by itself, so
 * a part of a folded text is the folded part. `search_fold` in the database does the same.
 */
export function fold(text: string): string {
  return text
    .replace(UNSEEN, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[ゖゕ]/g, 'け')
    .replace(/ー/g, '')
    .replace(TYPED_FOR_LONG, '')
    .replace(/\p{Script=Han}/gu, (character) => VARIANTS.get(character) ?? character)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The same for the name of a place, where a が between kanji is the ヶ of 龍ケ崎 too. */
export const foldName = (name: string): string =>
  fold(name).replace(/(?<=\p{Script=Han})が(?=\p{Script=Han}|$)/gu, 'け');

/** The words of a search for names, folded. */
export const searchWords = (query: string): string[] => foldName(query).split(' ').filter(Boolean);

/** The words of a search, folded, each as text inside a pattern for LIKE. */
export const searchPatterns = (query: string): string[] =>
  searchWords(query).map((word) => word.replace(/[\\%_]/g, '\\$&'));
