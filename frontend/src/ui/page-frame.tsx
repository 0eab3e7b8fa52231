import type { ReactNode } from 'react';
import { LinkButton } from './link';

/** The main part of a page that uses the full width. */
export const WIDE = 'mx-auto grid w-full max-w-[90rem] gap-6 px-4 py-6 md:px-8';

/** The sign of the house: two strands tied into one (結び). */
export function Brand({ href }: { href: string }) {
  return (
    <a href={href} className="flex w-fit items-center gap-2 rounded-4 text-solid-gray-900 no-underline hover:underline">
      <svg viewBox="0 0 32 32" className="size-8 shrink-0" aria-hidden="true" fill="none" strokeWidth="3.5">
        <path d="M3 9c9 0 9 14 17 14 6 0 9-3 9-7s-3-7-9-7" className="stroke-blue-900" />
        <path d="M29 23c-9 0-9-14-17-14-6 0-9 3-9 7s3 7 9 7" className="stroke-light-blue-600" />
      </svg>
      <span className="text-std-20B-150">Musubi</span>
      <span className="text-dns-14N-130 text-solid-gray-700">新結合相談窓口</span>
    </a>
  );
}

export function Footer() {
  return (
    <footer className="no-print mt-auto border-t border-solid-gray-200 bg-solid-gray-50 px-4 py-4 text-dns-14N-130 text-solid-gray-700 md:px-8">
      <p className="mx-auto max-w-[90rem]">
        Musubi 新結合相談窓口　個人情報は、相談への対応に必要な範囲でのみ利用します。
      </p>
    </footer>
  );
}

/** A page that anybody may open: one column, one task. */
export function OpenPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <header className="border-b border-solid-gray-200 px-4 py-3 md:px-8">
        <Brand href="/" />
      </header>
      <main id="main" tabIndex={-1} className="mx-auto grid w-full max-w-[40rem] gap-6 px-4 py-10">
        <h1 className="text-std-28B-150">{title}</h1>
        {children}
      </main>
      <Footer />
    </>
  );
}

/** A page that everybody may read, in the full width; the way in stands at its head. */
export function ReadingFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="no-print border-b border-solid-gray-420">
        <div className="mx-auto flex max-w-[90rem] flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3 md:px-8">
          <Brand href="/" />
          <LinkButton href="/sign-in" variant="outline" size="xs">
            サインイン
          </LinkButton>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={WIDE}>
        {children}
      </main>
      <Footer />
    </>
  );
}
