// Words of our own and sentences made from them: Japanese text for the bench, the same in every run.
const PLACES =
  '山あいの集落 河口の港町 旧街道沿い 盆地の中心部 半島の先端 離島の本村 丘陵の住宅地 湖の東岸 駅裏の商店街 高原の開拓地 廃校の周辺 工業団地の跡 市役所の支所 温泉街の入口 川沿いの水田地帯'.split(
    ' ',
  );
const THINGS =
  '路線バス 製材所 朝市 診療所 公民館 水産加工場 保育園 農業用水路 観光案内所 図書室 乗合タクシー 郷土芸能 学校給食 特産の果樹 地域通貨 木質材 太陽光発電 間伐した丸太 空き店舗 移動販売車 堆肥工場 漁具の倉庫 遊休農地 通信設備 道の駅 灯油の配達 銀行の窓口 ボイラーの燃料 空家の改修 除雪の体制'.split(
    ' ',
  );
const PEOPLE =
  '高齢の世帯 子育て中の家庭 若手の漁業者 新しく移り住んだ人 高校生 通院する住民 冬だけ働く技能者 自治会の役員 個人の事業主 外国から来た実習生 林業の担い手 兼業の農家 看護師 配送の運転手 大学の研究室'.split(
    ' ',
  );
const TRENDS =
  '利用が年々減り 担い手が足りず 維持の費用が重く 設備が古くなり 需要が夏に偏り 連携が進まず 情報が届かず 輸送に時間がかかり 人手の確保が難しく 収益が安定せず'.split(
    ' ',
  );
const RESULTS =
  '来年度の見通しが立たない 暮らしの不便が広がっている 担当課だけでは対応できない 住民から改善を求める声が出ている 隣の町との共同運営を検討している 小さな実験から始めたい 専門家の助言を必要としている 費用の分担が課題になっている'.split(
    ' ',
  );
const MEANS =
  '予約の仕組みを電子化し 余った熱を回収し 空いた時間帯を貸し出し 複数の荷物を一緒に運び 共同の倉庫を設け 遠隔の診療と組み合わせ 技術を持つ企業と組み 学校の授業に取り入れ 定期の見回りと兼ね 再生できる資材に切り替え'.split(
    ' ',
  );
const AIMS =
  '毎日使える足を確保する 冬の仕事を作り出す 若い世代が戻る町にする 地元でお金が回る形に改める 災害のときも続く体制を整える 三年以内に採算を取る 全ての地区に広げる 次の担い手を育てる'.split(
    ' ',
  );
const ASKS =
  '使える補助の制度はあるか 必要な許可と手続は何か 同じ条件で進めた事例はあるか 複数年度にわたる契約は認められるか 費用のどこまでが対象になるか どの府省庁に先に相談すべきか'.split(
    ' ',
  );
const SURNAMES = '山沢 川瀬 野上 浜口 峰岸 畑中 森谷 岩淵 泉田 牧原 桐生 葉山'.split(' ');
const GIVEN = '一郎 春香 健太 由紀 誠 美咲 直樹 千尋 浩二 あゆみ'.split(' ');

/** Words of search that stand in one case of a hundred, and in ten cases of all. No other sentence has them. */
export const COMMON_TERMS = ['棚田', '水車', '養蜂', '渡船場', '古民家', '獣害柵', '木質燃料', '空家銀行'];
export const RARE_TERMS = ['雪室', '炭焼', '海藻紙', '竹灯籠', '霧氷林', '鵜飼舟', '砂丘馬車', '石臼製粉'];

export const pick = (random, list) => list[Math.floor(random() * list.length)];

const SENTENCES = [
  (r) => `${pick(r, PLACES)}では、${pick(r, THINGS)}の${pick(r, TRENDS)}、${pick(r, RESULTS)}。`,
  (r) => `${pick(r, PEOPLE)}のうち${1 + Math.floor(r() * 9)}割が、${pick(r, THINGS)}を頼りにしている。`,
  (r) => `${pick(r, THINGS)}と${pick(r, THINGS)}を結び、${pick(r, MEANS)}、${pick(r, AIMS)}。`,
  (r) =>
    `${2015 + Math.floor(r() * 11)}年度に${pick(r, PLACES)}で試したところ、${pick(r, PEOPLE)}が${20 + Math.floor(r() * 400)}人参加した。`,
  (r) => `${pick(r, MEANS)}、${pick(r, PEOPLE)}と${pick(r, PLACES)}を支えることで、${pick(r, AIMS)}。`,
];

/** Sentences, as many as come closest to so many characters from below. */
export function prose(random, characters) {
  let text = '';
  for (;;) {
    const sentence = pick(random, SENTENCES)(random);
    if (text.length + sentence.length > characters) return text;
    text += sentence;
  }
}

export const heading = (random) => `${pick(random, THINGS)}と${pick(random, THINGS)}の新しい組合せ`.slice(0, 50);
export const thing = (random) => pick(random, THINGS);
export const question = (random) =>
  `${pick(random, THINGS)}を${pick(random, PEOPLE)}と進めるとき、${pick(random, ASKS)}。`;
export const naming = (term) => `この地区には${term}が残っている。`;
export const fullName = (random) => `${pick(random, SURNAMES)} ${pick(random, GIVEN)}`;
