import type { CaseSuggestions } from '@musubi/backend/contract/suggestions';
import { withRecipients } from '@/lib/recipients';
import { Card } from '@/ui/card';
import { Link } from '@/ui/link';
import { ruleCondition } from './rule-condition';

/** Whom the desk's own rules name for this case. Not a reckoning: a person made each rule, and said why. */
export function RulesCard({ id, rules, mayAsk }: { id: string; mayAsk: boolean } & Pick<CaseSuggestions, 'rules'>) {
  if (rules.length === 0) return null;
  return (
    <Card title="窓口の規則による照会先" level={3}>
      <ul className="grid gap-3">
        {rules.map((rule) => (
          <li key={rule.id} className="grid gap-1">
            <p>
              <span className="font-700">{rule.ministry.name}</span>
              {mayAsk && (
                <Link className="ml-4" href={withRecipients(`/consultations/${id}/inquiries/new`, [rule.ministry.id])}>
                  照会を作る<span className="sr-only">：{rule.ministry.name}</span>
                </Link>
              )}
            </p>
            <p className="text-dns-14N-130 text-solid-gray-700">
              {ruleCondition(rule)}。根拠：{rule.reason}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
