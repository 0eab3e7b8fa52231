import type { Card } from './card.js';

const FEW = 40;

/** What to ask a town whose card says too little, by what is missing. */
export function questionsFor({ issue, idea, elements, ask }: Card): string[] {
  const missing = [
    {
      when: !/[0-9０-９一二三四五六七八九十]/.test(issue),
      ask: '困っていることの大きさを、人数・件数・金額などの数字で教えてください。',
    },
    {
      when: idea.length < FEW,
      ask: '誰が、どこで、何を始めたいとお考えですか。決まっていない場合は、候補を挙げてください。',
    },
    { when: elements.length < 2, ask: '活用したい地域の資源や、一緒に取り組みたい相手はありますか。' },
    {
      when: ask.length < FEW,
      ask: '国に求めることは、制度の説明、費用の支援、規制の確認、他団体の例のうちどれですか。',
    },
  ].filter(({ when }) => when);
  return [...missing.map((one) => one.ask), 'いつまでに答えが必要ですか。'];
}
