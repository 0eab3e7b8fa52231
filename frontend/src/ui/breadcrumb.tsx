import type { Route } from 'next';
import { Icon } from './icon';
import { Link } from './link';

export interface Crumb {
  label: string;
  href: Route;
}

/** The way up from this page; the page itself is the last word and no link. */
export function Breadcrumb({ trail, here }: { trail: readonly Crumb[]; here: string }) {
  return (
    <nav aria-label="現在位置" className="no-print text-dns-14N-130">
      <ol className="flex flex-wrap items-center gap-1">
        {trail.map(({ label, href }) => (
          <li key={href} className="flex items-center gap-1">
            <Link href={href}>{label}</Link>
            <Icon name="chevron" className="size-3" />
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
