/** A カルテ whose words lead to 国税庁 and to measures of export. */
export const SAKE_KARTE = {
  title: '酒蔵の海外販路',
  situation: '町の酒蔵が3軒に減り、杜氏も高齢になった。',
  vision: '清酒の輸出と、酒蔵を巡る旅行を組み合わせる。',
  elements: [{ kind: 'resource', field: 'tourism', content: '酒蔵の見学' }],
  questions: [{ text: '酒造の免許と輸出の支援について教えてほしい。' }],
};
