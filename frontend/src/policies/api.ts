import type { PolicyFieldList } from '@musubi/backend/contract/policies';
import { api } from '@/lib/api';

export const getPolicyFields = (ended = false) => api<PolicyFieldList>(`/policy-fields?ended=${ended}`);
