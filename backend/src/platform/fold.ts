const VARIANTS: Record<string, string> = Object.fromEntries(
  // 異体字・旧字体 → 団体名で使われる字。
  [
    '竜龍 鯵鰺 釜竈 竃竈 桧檜 曾曽 嶋島 澤沢 斉斎 齊斎 齋斎 篭籠 瀧滝 邊辺 邉辺 舘館 條条 惠恵 國国 廣広 榮栄 學学 縣県 櫻桜',
  ]
    .concat(
      '眞真 冨富 﨑崎 髙高 濱浜 濵浜 藏蔵 龜亀 埜野 渕淵 礪砺 蘆芦 薗園 槇槙 萬万 德徳 黑黒 鐵鉄 圓円 驛駅 灣湾'.split(
        ' ',
      ),
    )
    .flatMap((pairs) => pairs.split(' '))
    .map((pair) => [pair[0], pair[1]]),
);

/**
 * One spelling for all ways to write a text: full and half width, katakana and hiragana, 旧字体, small ヶ and ヵ, white
 * space. Each character folds by itself, so a part of a folded text is the folded part.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[ゖゕ]/g, 'け')
    .replace(/./gu, (character) => VARIANTS[character] ?? character)
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
