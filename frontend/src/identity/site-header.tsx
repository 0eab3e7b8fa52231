import type { Me } from '@musubi/backend/contract/identity';
import type { ReactNode } from 'react';
import { Button } from '@/ui/button';
import { Link } from '@/ui/link';
import { Brand } from '@/ui/page-frame';
import { signOut } from './actions';

/** Who is here, what is new for them, and where they may go: the API says which entries there are. */
export function SiteHeader({
  me,
  address,
  notices,
  search,
}: {
  me: Me;
  address: string;
  notices: ReactNode;
  search: ReactNode;
}) {
  return (
    <header className="no-print border-b border-solid-gray-420 bg-white">
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 pt-3 md:px-8">
        <Brand href="/work" />
        <div className="flex max-w-full min-w-0 flex-wrap items-center gap-x-4 gap-y-1 text-dns-14N-130">
          {!isHere('/search', address) && search}
          <p>
            {me.organisationLabel}　<Link href="/account">{me.name}</Link>
          </p>
          <p>{notices}</p>
          <form action={signOut}>
            <Button variant="outline" size="xs">
              サインアウト
            </Button>
          </form>
        </div>
      </div>
      <nav aria-label="主なページ" className="mx-auto max-w-[90rem] overflow-x-auto px-4 md:px-8">
        <ul className="-ml-3 flex md:flex-wrap">
          {me.navigation.map(({ href, label }) => (
            <li key={href}>
              <a
                href={href}
                aria-current={isHere(href, address) ? 'page' : undefined}
                className="block border-b-4 border-transparent px-3 py-2.5 whitespace-nowrap text-solid-gray-800 hover:bg-solid-gray-50 hover:underline aria-[current=page]:border-blue-900 aria-[current=page]:font-700 aria-[current=page]:text-blue-900 aria-[current=page]:[scroll-initial-target:nearest]"
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function isHere(href: string, address: string): boolean {
  const path = address.split('?')[0] ?? '';
  return path === href || path.startsWith(`${href}/`);
}
