import type { Passage } from './replies.js';

/** A stretch of a passage as people read it: a paragraph, or facts such as 補助率・上限：2分の1以内. */
export type Block = { kind: 'paragraph'; text: string } | { kind: 'facts'; facts: Fact[] };
export interface Fact {
  label: string;
  value: string;
}

/** ラベル：値. The label is short and no sentence; the colon is the wide one, so that addresses stay whole. */
const FACT = /^([^\s、。：「」『』]{1,16})：(?=\S)(.*)$/;

/**
 * Plain text as the desk writes it, in blocks: a line 「ラベル：値」 is a fact, a line that begins with a wide space goes on
 * with the fact above, all else is a paragraph. The screen and the PDF read it the same way.
 */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const last = blocks.at(-1);
    const fact = FACT.exec(line);
    if (fact) {
      const entry = { label: fact[1] ?? '', value: (fact[2] ?? '').trim() };
      if (last?.kind === 'facts') last.facts.push(entry);
      else blocks.push({ kind: 'facts', facts: [entry] });
    } else if (last?.kind === 'facts' && line.startsWith('　')) {
      const open = last.facts.at(-1);
      if (open) open.value += `\n${line.trim()}`;
    } else if (last?.kind === 'paragraph') last.text += `\n${line}`;
    else blocks.push({ kind: 'paragraph', text: line });
  }
  return blocks
    .map((block) => (block.kind === 'paragraph' ? { ...block, text: block.text.replace(/^\n+|\s+$/g, '') } : block))
    .filter((block) => block.kind === 'facts' || block.text !== '');
}

/** What stands in a fact's line, also when it has several lines. */
export const factLine = (label: string, value: string): string =>
  value.trim() === '' ? '' : `${label}：${value.trim().replace(/\s*\n\s*/g, '\n　')}`;

export interface Section {
  heading: string;
  passages: Passage[];
}

/** Passages that follow each other under the same heading belong together: one question, one number. */
export function sectionsOf(passages: readonly Passage[]): Section[] {
  const sections: Section[] = [];
  for (const passage of passages) {
    const last = sections.at(-1);
    if (last && last.heading === passage.heading) last.passages.push(passage);
    else sections.push({ heading: passage.heading, passages: [passage] });
  }
  return sections;
}

/** The number of a titled passage within its section; words without a title bear none. */
export const numberIn = ({ passages }: Section, at: number): number =>
  passages.slice(0, at + 1).filter(({ title }) => title !== '').length;
