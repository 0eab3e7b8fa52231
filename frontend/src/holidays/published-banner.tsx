import type { HolidayList } from '@musubi/backend/contract/calendar';
import { Banner } from '@/ui/banner';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';

/** Time to import the next year's holidays. */
export function PublishedBanner({ publishedUntil, publishedTooShort }: HolidayList) {
  if (!publishedTooShort) return null;
  return (
    <Banner kind="warning" title="公表済みの休日が、14か月先まで登録されていません。">
      登録されているのは
      <Day value={publishedUntil} />
      までです。これより後の期限は暫定です。翌年の祝日は、例年2月に官報で公表されます。公表の後に
      <Link href="/admin/holidays/import">CSV を取り込んで</Link>ください。
    </Banner>
  );
}
