import type { KnowledgeDetail, KnowledgeKind, KnowledgePage } from '@musubi/backend/contract/knowledge';
import { cache } from 'react';
import { api } from '@/lib/api';

export const getKnowledge = (kind: KnowledgeKind, query: URLSearchParams) =>
  api<KnowledgePage>(`/knowledge/${kind}?${query}`);
export const getEntry = cache((kind: KnowledgeKind, id: string) =>
  api<KnowledgeDetail>(`/knowledge/${kind}/${encodeURIComponent(id)}`),
);
