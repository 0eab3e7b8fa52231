import type { Route } from 'next';
import { LinkButton } from '@/ui/link';

/** The same file for programs, and for Excel on a Japanese Windows as it opens files by default. */
export function CsvLinks({ href }: { href: string }) {
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap gap-2">
        <LinkButton href={href as Route} variant="outline">
          CSVで保存する（UTF-8）
        </LinkButton>
        <LinkButton href={`${href}${href.includes('?') ? '&' : '?'}encoding=shift_jis` as Route} variant="outline">
          CSVで保存する（Shift_JIS）
        </LinkButton>
      </div>
      <p className="text-dns-14N-130">Shift_JISにない文字は「〓」になります。</p>
    </div>
  );
}
