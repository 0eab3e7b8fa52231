import { randomUUID } from 'node:crypto';
import { ANSWER_KIND_LABEL, type Answer } from '../contract/answers.js';
import { formatWareki } from '../contract/calendar.js';
import type { Passage, ReplyContact } from '../contract/replies.js';
import { factLine } from '../contract/reply-text.js';
import { isNextSteps } from './next-steps.js';
import type { Source } from './sources.js';

/** What ministries submitted as passages, one per answer, under its question. */
export const answerPassages = (sources: readonly Source[]): Passage[] =>
  sources.flatMap((source) => (source.answer ? [answerPassage(source, source.answer)] : []));

/** One passage per question for all 該当なし. */
export function declinedPassages(sources: readonly Source[]): Passage[] {
  const declined = sources.filter(({ notApplicable }) => notApplicable);
  const questions = new Set(declined.map(({ questionRowId }) => questionRowId));
  return [...questions].flatMap((question) => {
    const said = declined.filter(({ questionRowId }) => questionRowId === question);
    return said[0] ? [declinedPassage(said[0], said)] : [];
  });
}

/** Adds new passages at the end of their question's section, and new sections before the next steps; nothing that stands is touched. */
export function withAdded(passages: readonly Passage[], added: readonly Passage[]): Passage[] {
  const all = [...passages];
  for (const passage of added) {
    const after = all.findLastIndex(({ questionRowIds }) =>
      questionRowIds.some((id) => passage.questionRowIds.includes(id)),
    );
    const heading = all[after]?.heading ?? passage.heading;
    const closing = all.at(-1);
    const end = closing && isNextSteps(closing) ? all.length - 1 : all.length;
    all.splice(after < 0 ? end : after + 1, 0, { ...passage, heading });
  }
  return all;
}

function answerPassage(source: Source, answer: Answer): Passage {
  const facts = [
    factLine('要件・留意点', answer.requirements),
    factLine('公募時期', answer.callPeriod),
    factLine('補助率・上限', answer.rateCeiling),
    factLine('担当', organisationOf(source, answer)),
    factLine('連絡先', waysOf(answer)),
    factLine('URL', answer.url),
  ].filter(Boolean);
  return {
    ...under(source),
    title: `${answer.measureName || ANSWER_KIND_LABEL[answer.kind]}（${source.ministry}）`,
    text: [answer.points, facts.join('\n')].filter(Boolean).join('\n'),
    answerIds: [answer.id],
  };
}

function declinedPassage(source: Source, declined: readonly Source[]): Passage {
  const lines = declined.map(({ ministry, notApplicable }) => {
    const instead = notApplicable?.suggestedMinistry;
    return `・${ministry}（${notApplicable?.reason ?? ''}${instead ? `。関係する府省庁：${instead}` : ''}）`;
  });
  return {
    ...under(source),
    title: '',
    text: ['次の府省庁からは、該当する施策等がないとの回答がありました。', ...lines].join('\n'),
    answerIds: [],
  };
}

const under = ({ question, questionRowId }: Source) => ({
  id: randomUUID(),
  heading: question,
  questionRowIds: [questionRowId],
});

const organisationOf = (source: Source, answer: Answer): string =>
  [source.ministry, answer.division || source.division].filter(Boolean).join('　');

const waysOf = ({ tel, email }: Pick<Answer, 'tel' | 'email'>): string =>
  [tel && `電話 ${tel}`, email && `メール ${email}`].filter(Boolean).join('、');

/** Whom to ask about the measures, each once. */
export function contactsOf(sources: readonly Source[], known: readonly ReplyContact[] = []): ReplyContact[] {
  const contacts = new Map(known.map((contact) => [keyOf(contact), contact]));
  for (const source of sources) {
    if (!source.answer || !(source.answer.tel || source.answer.email)) continue;
    const { tel, email } = source.answer;
    const contact = { organisation: organisationOf(source, source.answer), tel, email };
    if (!contacts.has(keyOf(contact))) contacts.set(keyOf(contact), contact);
  }
  return [...contacts.values()];
}

const keyOf = ({ organisation, tel, email }: ReplyContact) => [organisation, tel, email].join('|');

/** The words around the passages, to begin with. */
export function openingOf({ title, number, submittedOn }: { title: string; number: string; submittedOn: string }) {
  return {
    subject: `「${title}」に関する相談について（回答）`,
    greeting: `${formatWareki(submittedOn)}付けで提出のあった標記の相談（受付番号：${number}）について、関係府省庁の回答を取りまとめ、下記のとおり回答します。`,
    closing:
      '記載した内容は、回答の日の時点のものです。公募の時期や要件は変わることがあるため、申請等に当たっては、各施策の問合せ先に確認してください。',
  };
}
