import type { PrintedOwner } from './reading.js';

/** The bodies of the 2022 strategy. A body of its own right stands for itself, not for the ministry above it. */
const BODIES = [
  ...['内閣官房', '内閣府', 'デジタル庁', '総務省', '法務省', '外務省', '財務省', '文部科学省', '厚生労働省'],
  ...['農林水産省', '経済産業省', '国土交通省', '環境省', '防衛省', '復興庁', '金融庁', '消費者庁', '警察庁', '観光庁'],
  ...['文化庁', 'スポーツ庁', '林野庁', '水産庁', '消防庁', '中小企業庁', '資源エネルギー庁', '特許庁', '気象庁'],
  ...['海上保安庁', 'こども家庭庁', '個人情報保護委員会', '公正取引委員会', '出入国在留管理庁', '国税庁'],
];
const BODY = BODIES.toSorted((left, right) => right.length - left.length).join('|');
const LED_BY_BODY = new RegExp(`^(${BODY})(.*)$`);

export const STARTS_OWNER_LINE = new RegExp(`^[（(]\\s*(?:${BODY})`);

/** 「(a)～(d)について、」: one bracket for several headings. */
export const STARTS_SHARED_LINE = /^[（(]+a[)）]+[～~〜][（(]+[a-z][)）]+(?:について|に関して)、(.*)$/;

/** How many brackets are still open at the end. */
export function openBrackets(text: string): number {
  return [...text].reduce(
    (open, character) => open + ('（('.includes(character) ? 1 : '）)'.includes(character) ? -1 : 0),
    0,
  );
}

/**
 * The owners in a bracket. A name without a ministry in front belongs to the ministry before it.
 * @returns undefined when the first name has no ministry
 */
export function ownersIn(bracket: string): PrintedOwner[] | undefined {
  const inner = bracket.replace(/^[（(]+/, '').replace(/[）)]$/, '');
  const owners: PrintedOwner[] = [];
  for (const name of apart(inner.replaceAll(' ', ''), '、,，')) {
    const [, ministry = owners.at(-1)?.ministry, division = name] = LED_BY_BODY.exec(name) ?? [];
    if (!ministry) return undefined;
    owners.push({ ministry, division, relation: 'lead' });
  }
  return owners;
}

/** The parts between the marks; marks inside brackets do not part. */
export function apart(text: string, marks: string): string[] {
  const parts = [''];
  let open = 0;
  for (const character of text) {
    if ('（('.includes(character)) open += 1;
    if ('）)'.includes(character)) open -= 1;
    if (marks.includes(character) && open <= 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
