import type { Inquiry } from '@musubi/backend/contract/inquiries';

/** Who asks: the desk; the 事務局 for 後方支援. */
export const askedBy = ({ teamId }: Pick<Inquiry['consultation'], 'teamId'>): string => (teamId ? '事務局' : '窓口');
