import type { ReactNode } from 'react';
import { getMe } from '@/identity/api';
import { SiteHeader } from '@/identity/site-header';
import { currentAddress } from '@/lib/visitor';
import { getUnread } from '@/notifications/api';
import { UnreadLink } from '@/notifications/unread-link';
import { Footer } from '@/ui/page-frame';

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const [me, { unread }, address] = await Promise.all([getMe(), getUnread(), currentAddress()]);
  return (
    <>
      <SiteHeader me={me} address={address} notices={<UnreadLink unread={unread} />} />
      <main id="main" tabIndex={-1} className="mx-auto grid w-full max-w-[90rem] gap-6 px-4 py-6 md:px-8">
        {children}
      </main>
      <Footer />
    </>
  );
}
