import { HAND_OVER_KIND_LABEL, HandOverKind, type HandOverPreview } from '@musubi/backend/contract/hand-overs';

/** Items of one kind under their heading. */
export interface Group {
  kind: string;
  title: string;
  items: HandOverPreview['items'];
}

export const groupsOf = (items: HandOverPreview['items']): Group[] =>
  HandOverKind.options
    .map((kind) => ({ kind, title: HAND_OVER_KIND_LABEL[kind], items: items.filter((item) => item.kind === kind) }))
    .filter((group) => group.items.length > 0);
