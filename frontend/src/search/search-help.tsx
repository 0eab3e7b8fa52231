const WAYS: readonly [string, string][] = [
  ['防災 港', '空白で区切ると、全ての語を含むものを探します。'],
  ['"避難 計画"', '引用符で囲むと、空白も含めてその並びのまま探します。'],
  ['港 OR 漁港', 'OR でつなぐと、いずれかの語を含むものを探します。'],
  ['港 -観光', '前にマイナスを付けると、その語を含むものを除きます。'],
];

/** How one searches. */
export function SearchHelp() {
  return (
    <div className="grid gap-3">
      <dl className="grid gap-x-6 gap-y-2 md:grid-cols-[max-content_1fr]">
        {WAYS.map(([example, meaning]) => (
          <div key={example} className="contents">
            <dt className="font-700">{example}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        1文字から探せます。全角と半角、ひらがなとカタカナ、「ヶ」と「ケ」、旧字体と新字体、長音の有無は区別しません。
      </p>
      <p>
        対象は、閲覧できる範囲の相談、府省庁回答、回答書、施策、好事例、添付資料（名前と、PDF・Word・Excel・PowerPoint・テキストの中の文章）などです。添付資料の中の文章は、添付してから数分のうちに探せるようになります。
      </p>
    </div>
  );
}
