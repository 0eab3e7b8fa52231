import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What `fold` replaces, and by what. Of the kana the last, 長音, has no counterpart and goes. */
const KANA =
  'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボ' +
  'ポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶゕゖー';
const HIRAGANA =
  'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼ' +
  'ぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔけけけけ';
const OLD =
  '亞惡壓圍醫爲壹隱榮營衞驛圓鹽緣艷應歐毆櫻奧橫溫穩假價畫會繪壞懷槪擴殼覺學嶽樂陷卷勸寬關歡觀氣歸龜僞戲犧舊據擧虛峽挾敎狹鄕' +
  '曉區驅勳薰徑惠揭溪經繼莖螢輕鷄藝擊缺儉劍圈檢權獻縣險顯驗嚴吳娛廣恆鑛號國黑歲濟碎齋劑雜參慘棧蠶贊殘絲齒兒辭濕實寫釋壽收從' +
  '澁獸縱肅處緖敍將涉燒稱奬乘剩壤孃條淨狀疊繩讓釀觸寢愼眞盡圖粹醉隨髓數樞聲靑靜稅攝竊專戰淺潛纖踐錢禪搜雙壯莊裝爭總聰騷增臟' +
  '藏屬續墮對體帶滯臺瀧擇澤單擔膽團彈斷癡遲晝蟲鑄廳徵聽敕鎭遞鐵轉點傳黨盜燈當鬭獨讀屆貳腦惱霸廢拜賣麥發髮拔蠻祕濱甁拂佛變邊' +
  '舖步寶豐沒每萬滿麵默彌藥譯豫餘與譽搖樣謠來賴亂覽兩獵綠壘淚勵禮靈齡戀爐勞樓灣內飮竜鯵釜竃桧曾嶋斉齊篭邉舘冨﨑髙濵埜渕礪蘆' +
  '薗槇德';
const TODAY =
  '亜悪圧囲医為壱隠栄営衛駅円塩縁艶応欧殴桜奥横温穏仮価画会絵壊懐概拡殻覚学岳楽陥巻勧寛関歓観気帰亀偽戯犠旧拠挙虚峡挟教狭郷' +
  '暁区駆勲薫径恵掲渓経継茎蛍軽鶏芸撃欠倹剣圏検権献県険顕験厳呉娯広恒鉱号国黒歳済砕斎剤雑参惨桟蚕賛残糸歯児辞湿実写釈寿収従' +
  '渋獣縦粛処緒叙将渉焼称奨乗剰壌嬢条浄状畳縄譲醸触寝慎真尽図粋酔随髄数枢声青静税摂窃専戦浅潜繊践銭禅捜双壮荘装争総聡騒増臓' +
  '蔵属続堕対体帯滞台滝択沢単担胆団弾断痴遅昼虫鋳庁徴聴勅鎮逓鉄転点伝党盗灯当闘独読届弐脳悩覇廃拝売麦発髪抜蛮秘浜瓶払仏変辺' +
  '舗歩宝豊没毎万満麺黙弥薬訳予余与誉揺様謡来頼乱覧両猟緑塁涙励礼霊齢恋炉労楼湾内飲龍鰺竈竈檜曽島斎斎籠辺館富崎高浜野淵砺芦' +
  '園槙徳';

/** Spellings of names of people and places that were not told to be the same before, and marks that nobody sees. */
const MORE = '𠮷嵜嶌栁桒鷗靏靍槗';
const MORE_TODAY = '吉崎島柳桑鴎鶴鶴橋';
const SELECTORS = '\\uFE00-\\uFE0F\\U000E0100-\\U000E01EF';
const UNSEEN = '\\u00AD\\u200B-\\u200D\\u2060';

const foldOf = (gone: string, old: string, today: string) => `
  CREATE OR REPLACE FUNCTION search_fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
  RETURN (SELECT btrim(regexp_replace(
      CASE WHEN plain ~ '[${old}]' THEN translate(plain, '${old}', '${today}') ELSE plain END,
      '[\\s\\uFEFF]+', ' ', 'g'))
    FROM (SELECT translate(lower(normalize(regexp_replace($1, '[${gone}]', '', 'g'), NFKC)), '${KANA}', '${HIRAGANA}')
          AS plain) folded)`;

/** By table: what is folded by the application, and a column of which the database folds others. */
const KEPT: Record<string, string> = {
  consultations: 'search_text',
  measures: 'search_key',
  municipalities: 'search_key',
  good_practices: 'search_key',
};
const GENERATED: Record<string, string[]> = {
  consultations: ['title'],
  answers: ['measure_name', 'points', 'requirements', 'call_period', 'rate_ceiling', 'division'],
  replies: ['subject', 'greeting', 'passages', 'closing'],
  good_practices: ['name', 'elements'],
  measures: ['title'],
  people: ['name', 'kana', 'email'],
  contacts: ['name', 'role'],
  attachment_texts: ['name', 'text'],
  question_rows: ['text'],
};

/** Only rows that say such a thing are folded anew; the rest stands as it is. */
export class FoldMoreSpellings1795000002262 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(foldOf(SELECTORS + UNSEEN, OLD + MORE, TODAY + MORE_TODAY));
    const says = (columns: readonly string[]) =>
      `concat_ws(' ', ${columns.map((column) => `${column}::text`).join(', ')}) ~ '[${MORE}${UNSEEN}]'`;
    for (const [table, column] of Object.entries(KEPT))
      await db.query(`UPDATE ${table} SET ${column} = search_fold(${column}) WHERE ${says([column])}`);
    for (const [table, columns] of Object.entries(GENERATED))
      await db.query(`UPDATE ${table} SET ${columns[0]} = ${columns[0]} WHERE ${says(columns)}`);
    await db.query('REINDEX INDEX measures_search');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(foldOf(SELECTORS, OLD, TODAY));
  }
}
