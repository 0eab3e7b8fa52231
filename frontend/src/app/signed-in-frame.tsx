import type { ReactNode } from 'react';
import { getMe } from '@/identity/api';
import { SiteHeader } from '@/identity/site-header';
import { currentAddress } from '@/lib/visitor';
import { getUnread } from '@/notifications/api';
import { UnreadLink } from '@/notifications/unread-link';
import { SearchBox } from '@/search/search-box';
import { Footer, WIDE } from '@/ui/page-frame';

export async function SignedInFrame({ children }: { children: ReactNode }) {
  const [me, { unread }, address] = await Promise.all([getMe(), getUnread(), currentAddress()]);
  return (
    <>
      <SiteHeader me={me} address={address} notices={<UnreadLink unread={unread} />} search={<SearchBox />} />
      <main id="main" tabIndex={-1} className={WIDE}>
        {children}
      </main>
      <Footer />
    </>
  );
}
