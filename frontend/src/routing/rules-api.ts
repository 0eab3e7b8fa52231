import type { RoutingRuleList } from '@musubi/backend/contract/routing-rules';
import { api } from '@/lib/api';

export const getRoutingRules = () => api<RoutingRuleList>('/routing-rules');
