import type { RoutingRule } from '@musubi/backend/contract/routing-rules';

/** Which cases a rule meets, in words. */
export const ruleCondition = ({ field, prefecture }: Pick<RoutingRule, 'field' | 'prefecture'>): string =>
  [field && `政策分野：${field.name}`, prefecture && `都道府県：${prefecture.name}`].filter(Boolean).join('、');
