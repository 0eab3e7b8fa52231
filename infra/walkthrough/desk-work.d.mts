import type { RowDraft } from '../../backend/src/contract/answers.js';
import type { Karte } from '../../backend/src/contract/forms.js';
import type { Visitor } from './people.mjs';

interface Asked {
  ministryId: string;
  questionRowIds: string[];
}
interface ReplyTexts {
  subject: string;
  greeting: string;
  closing: string;
}
export function writeKarte(author: Visitor, start: { municipalityCode?: string }, karte: Karte): Promise<string>;
export function submit(approver: Visitor, id: string): Promise<string>;
export function triage(desk: Visitor, id: string, fieldCodes: string[]): Promise<unknown>;
export function ask(desk: Visitor, id: string, asks: Asked[]): Promise<Record<string, string>>;
export function answered(words: object): NonNullable<RowDraft['answers']>[number];
export function answer(
  ministry: Visitor,
  inquiryId: string,
  rowOf: () => Omit<Partial<RowDraft>, 'questionRowId'>,
): Promise<void>;
export function reply(
  desk: Visitor,
  manager: Visitor,
  id: string,
  edit: (draft: ReplyTexts) => ReplyTexts,
): Promise<unknown>;
