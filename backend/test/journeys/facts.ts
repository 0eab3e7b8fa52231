/** What a text in a case is, and with it who may read it (domain.md §3; see `oracle.ts`). */
export type Kind =
  /** Submitted: the カルテ, 追記, 添付資料, what was said of the case's fate. */
  | 'case'
  /** Written since it was sent back for correction. */
  | 'unsubmitted'
  /** What the desk asked to correct. */
  | 'correction'
  /** What one in the town's office said to another before it left the office. */
  | 'office'
  | 'deskNote'
  /** A ministry's own memo. */
  | 'memo'
  /** What the desk and one ministry write to each other. */
  | 'inquiry'
  /** The same, when it stands in the history as a reason. */
  | 'inquiryReason'
  | 'draftAnswer'
  | 'sentAnswer'
  | 'draftReply'
  | 'issuedReply'
  | 'approval'
  | 'sentBackReply'
  | 'meeting'
  | 'actionItem'
  | 'survey'
  /** 事例票 that the desk writes. */
  | 'draftSheet'
  /** 事例票 that the town was asked about. */
  | 'askedSheet'
  /** 事例票 that stands in the library. */
  | 'publishedSheet';

export interface Told {
  kind: Kind;
  /** Whose it is, where it is one ministry's. */
  ministryId?: string | null;
  divisionId?: string | null;
  /** Who sits at the table of a meeting. */
  ministryIds?: readonly string[];
}

/** Gives the words of a text, and notes for whom they are. */
export type Say = (told: Told) => string;
