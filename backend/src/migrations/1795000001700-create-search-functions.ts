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

const SELECTORS = '[\\uFE00-\\uFE0F\\U000E0100-\\U000E01EF]';

/**
 * `fold` and `grams` of the application, for columns that the database itself keeps; search.spec.ts compares them. What was
 * folded before 長音 and 旧字体 were is folded anew.
 */
export class CreateSearchFunctions1795000001700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION search_fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
      RETURN (SELECT btrim(regexp_replace(
          -- To look for hundreds of characters costs much more than to see that there are none of them.
          CASE WHEN plain ~ '[${OLD}]' THEN translate(plain, '${OLD}', '${TODAY}') ELSE plain END,
          '[\\s\\uFEFF]+', ' ', 'g'))
        FROM (SELECT translate(lower(normalize(regexp_replace($1, '${SELECTORS}', '', 'g'), NFKC)), '${KANA}', '${HIRAGANA}')
              AS plain) folded);

      CREATE FUNCTION search_grams_of(folded text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5000
      RETURN (SELECT coalesce(array_to_tsvector(array_agg(DISTINCT character || CASE next WHEN ' ' THEN '' ELSE coalesce(next, '') END)), '')
        FROM (SELECT character, lead(character) OVER (ORDER BY place) AS next
              FROM unnest(string_to_array($1, NULL)) WITH ORDINALITY AS split (character, place)) pairs
        WHERE character <> ' ');

      UPDATE consultations SET search_text = search_fold(search_text), search_grams = search_grams_of(search_fold(search_text))
        WHERE search_text <> search_fold(search_text);
      UPDATE measures SET search_key = search_fold(search_key) WHERE search_key <> search_fold(search_key);
      UPDATE municipalities SET search_key = search_fold(search_key) WHERE search_key <> search_fold(search_key);
      UPDATE good_practices SET search_key = search_fold(search_key) WHERE search_key <> search_fold(search_key)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION search_grams_of, search_fold');
  }
}
