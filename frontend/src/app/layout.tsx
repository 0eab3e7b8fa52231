import './globals.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = {
  title: { template: '%s｜Musubi 新結合相談窓口', default: 'Musubi 新結合相談窓口' },
  description: '市区町村の地方創生の相談を、国の窓口が受け付け、関係府省庁の回答をまとめてお返しします。',
  robots: { index: false },
  referrer: 'same-origin',
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="ja">
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="absolute -top-20 left-4 z-10 rounded-8 bg-white px-4 py-2 text-blue-1000 underline focus:top-2"
        >
          本文へ移動する
        </a>
        {children}
      </body>
    </html>
  );
}
