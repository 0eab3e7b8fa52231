import { randomUUID } from 'node:crypto';
import { formatWareki, formatWarekiWeekday } from '../contract/calendar.js';
import { EDITION_LABEL, OWNER_BASIS_LABEL, type OwnerBasis } from '../contract/measures.js';
import type { Passage } from '../contract/replies.js';
import { factLine } from '../contract/reply-text.js';
import type { KeptMeasure } from '../measures/measure-row.js';

export const CALL_LABEL = '公募期間';

/** A question as far as a passage needs it. */
export interface Question {
  id: string;
  text: string;
}

/** A record of the catalogue as a passage: what it is for, who may apply, how much, until when, whom to ask. */
export const measurePassage = (measure: KeptMeasure, version: number, question: Question): Passage => ({
  id: randomUUID(),
  heading: question.text,
  title: measure.common_name ? `${measure.title}（通称：${measure.common_name}）` : measure.title,
  text: measureText(measure, version),
  answerIds: [],
  questionRowIds: [question.id],
  measure: { id: measure.id, version },
});

export function measureText(measure: KeptMeasure, version: number): string {
  const facts = [
    factLine('主な事業', named(measure.programs)),
    factLine('対象者', measure.eligible),
    factLine('要件', measure.requirements),
    ...amountLines(measure),
    factLine('根拠法令', measure.law),
    ...ownerLines(measure),
    factLine('連絡先', measure.contact),
    ...measure.links.slice(0, MOST_LINKS).map((link) => factLine('URL', link)),
    factLine(
      '典拠',
      `${EDITION_LABEL[measure.edition as 'R7']}　${measure.ref}（施策ID ${measure.id}、第${version}版）`,
    ),
  ];
  return [purposeOf(measure), ...facts].filter(Boolean).join('\n');
}

/** What must stand in a reply as it stands in the catalogue: amounts and days. */
export const amountLines = ({ rate, ceiling, fiscal_year, grant_type, apply_from, apply_until }: KeptMeasure) =>
  [
    factLine('補助率', rate),
    factLine('上限', ceiling),
    factLine('年度', fiscal_year === null ? '' : `${fiscal_year}年度`),
    factLine('交付金の型', grant_type),
    factLine(CALL_LABEL, periodOf(apply_from, apply_until)),
  ].filter(Boolean);

export const periodOf = (from: string | null, until: string | null): string =>
  [from && `${formatWarekiWeekday(from)}から`, until && `${formatWarekiWeekday(until)}まで`].filter(Boolean).join('');

const MOST_LINKS = 5;
const MOST_NAMES = 12;
/** A passage of a strategy may be long; a reply names its beginning. */
const LONGEST_PURPOSE = 800;

function named(programs: readonly string[]): string {
  const more = programs.length - MOST_NAMES;
  const shown = programs.slice(0, MOST_NAMES).map((name) => name.slice(0, 200));
  return `${shown.join('、')}${more > 0 ? `、ほか${more}事業` : ''}`;
}

function purposeOf({ text, edition }: KeptMeasure): string {
  if (text === '')
    return edition === 'list' ? '' : '総合戦略に記載された施策です。内容は、典拠の資料で確認してください。';
  if (text.length <= LONGEST_PURPOSE) return text;
  const end = text.lastIndexOf('。', LONGEST_PURPOSE - 1);
  return `${text.slice(0, end < 0 ? LONGEST_PURPOSE : end + 1)}（以下略）`;
}

/** Owners with what they rest on: an inference never reads like a fact. */
function ownerLines({ owners }: KeptMeasure): string[] {
  const bases: OwnerBasis[] = ['confirmed', 'cited', 'listed', 'inferred'];
  return bases.map((basis) => {
    const own = owners.filter((owner) => owner.basis === basis);
    const names = own.slice(0, MOST_NAMES).map((owner) => {
      const until = owner.validTo ? `（${formatWareki(owner.validTo)}まで）` : '';
      const name = `${owner.ministry} ${owner.division}`.trim() + until;
      return owner.relation === 'related' ? `${name}（関係）` : name;
    });
    return factLine('所管', names.length > 0 ? `${names.join('、')}（${OWNER_BASIS_LABEL[basis]}）` : '');
  });
}
