import type { AllowedAction } from '@musubi/backend/contract/lifecycle';
import { Disclosure } from '@/ui/disclosure';
import { Link, LinkButton } from '@/ui/link';
import { actionLink } from './action-links';

/** What leads a case on; everything else that is allowed stands in the menu beside it. */
const LEADING: readonly AllowedAction[] = [
  'edit',
  'requestReview',
  'submit',
  'take',
  'triage',
  'inquire',
  'draftReply',
  'requestApproval',
  'approve',
  'proposeClose',
  'agreeClose',
  'declineClose',
  'reopen',
  'wishReopen',
  'unmerge',
];

/** Exactly what the API allows. */
export function ActionBar({ id, allowed }: { id: string; allowed: readonly AllowedAction[] }) {
  const links = allowed.flatMap((action) => actionLink(id, action) ?? []);
  const leading = links.filter(({ action }) => LEADING.includes(action));
  const others = links.filter(({ action }) => !LEADING.includes(action));
  if (links.length === 0) return null;
  return (
    <div className="no-print flex flex-wrap items-start gap-3">
      {leading.map(({ action, label, href }, i) => (
        <LinkButton key={action} href={href} variant={i === 0 ? 'solid' : 'outline'} size="md">
          {label}
        </LinkButton>
      ))}
      {others.length > 0 && (
        <Disclosure summary="その他の操作">
          <ul className="grid gap-1">
            {others.map(({ action, label, href }) => (
              <li key={action}>
                <Link href={href}>{label}</Link>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
