// カルテ of three towns, invented around the facts of published good practices.
const contact = (town) => ({
  department: '企画課',
  position: '主査',
  contactName: '見本 一郎',
  contactKana: 'みほん いちろう',
  tel: '00-0000-0000',
  email: `kikaku@${town}.example`,
  consulter: 'alone',
  topics: ['measures', 'regulation'],
  replyBy: ['written', 'online'],
  shareMinistries: true,
  sharePrefecture: true,
  publication: 'anonymous',
  confidentiality: 'level2',
  pillar: '2',
});

export const KAMISHIHORO = {
  ...contact('kamishihoro'),
  title: '自動運転バスと畜産バイオガスでつくる再エネの地産地消',
  situation: '路線バスの運転手が足りず、高齢者の通院と買物が難しくなっている。畜産のふん尿処理も課題である。',
  vision:
    '家畜ふん尿からつくる電気で自動運転バスを走らせ、町の中で電気とお金が回る仕組みにしたい。髙齢者の足を確保する。',
  elements: [
    { kind: 'technology', field: 'transport', content: '自動運転バスの定期運行' },
    { kind: 'resource', field: 'environment', content: '畜産由来のバイオガス発電' },
  ],
  stage: 'concept',
  policyFields: ['transport', 'environment'],
  questions: [
    { text: '自動運転バスを町道で定期運行するために、どのような許可が要りますか。' },
    { text: 'バイオガス発電の電気を町内の車両に供給する事業に使える補助はありますか。' },
    { text: '畜産農家と共同で設備を整える際に使える支援策はありますか。' },
  ],
};

export const NISHIIZU = {
  ...contact('nishiizu'),
  title: '海業と電子地域通貨で釣り客を迎える',
  situation: '漁業の担い手が減り、観光客の消費が町の中で回っていない。',
  vision: '釣った魚を電子地域通貨で買い取り、飲食店で提供する仕組みを町全体に広げたい。',
  elements: [
    { kind: 'resource', field: 'agriculture', content: '釣り客が釣った魚' },
    { kind: 'technology', field: 'digital', content: '電子地域通貨' },
  ],
  stage: 'running',
  policyFields: ['tourism'],
  questions: [{ text: '遊漁者から魚を買い取る仕組みで、漁業の制度上気を付ける点は何ですか。' }],
};

export const KAMIYAMA = {
  ...contact('kamiyama'),
  title: '高専の学生と町の工房を結ぶデジタル人材の育成',
  situation: '若者の転出が続いている。',
  vision: '学生が町の課題に取り組み、卒業後も関わり続ける仕組みをつくりたい。',
  elements: [
    { kind: 'people', field: 'children', content: '高専の学生' },
    { kind: 'resource', field: 'industry', content: '町の工房' },
  ],
  stage: 'idea',
  policyFields: ['children'],
  questions: [{ text: '学生の実習を受け入れる事業者への支援はありますか。' }],
};
