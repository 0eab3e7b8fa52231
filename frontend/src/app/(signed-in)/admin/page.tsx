import { tokyoDay } from '@musubi/backend/contract/calendar';
import type { Metadata } from 'next';
import { getHolidays } from '@/holidays/api';
import { PublishedBanner } from '@/holidays/published-banner';
import { Card } from '@/ui/card';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '管理' };

export default async function AdminPage() {
  const holidays = await getHolidays(tokyoDay(new Date()).slice(0, 4));
  return (
    <>
      <WithoutScripts />
      <PageHeader title="管理" />
      <PublishedBanner {...holidays} />
      <div className="grid max-w-4xl gap-4 md:grid-cols-2">
        <Card title={<Link href="/admin/people">利用者</Link>}>招待、役割、利用の停止</Card>
        <Card title={<Link href="/hand-overs">引継ぎと不在</Link>}>人事異動で離れる人の仕事の引継ぎ、不在と代理</Card>
        <Card title={<Link href="/hand-overs/divisions">課室の引継ぎ</Link>}>
          改称、統合、分割した課室の照会、利用者、担当者の引継ぎ
        </Card>
        <Card title={<Link href="/admin/ministries">府省庁</Link>}>
          照会先の府省庁と、取りまとめ窓口のメールアドレス
        </Card>
        <Card title={<Link href="/admin/divisions">課室</Link>}>府省庁の局、部、課室。組織改編の登録</Card>
        <Card title={<Link href="/admin/contacts">担当者</Link>}>府省庁と課室の担当者の連絡先</Card>
        <Card title={<Link href="/admin/fields">政策分野</Link>}>相談に付ける分野の一覧</Card>
        <Card title={<Link href="/measures/import">施策の取込み</Link>}>
          総合戦略のテキスト、施策の一覧（Excel・CSV）
        </Card>
        <Card title={<Link href="/measures/settings">施策の公開の設定</Link>}>サインインなしで読めるようにするか</Card>
        <Card title={<Link href="/admin/reply-settings">回答書の設定</Link>}>
          決裁の段数、文書番号、発信者、問合せ先
        </Card>
        <Card title={<Link href="/admin/surveys">調査の設問</Link>}>満足度調査の設問と、その版</Card>
        <Card title={<Link href="/admin/holidays">休日</Link>}>期限の計算に使う祝日など</Card>
        <Card title={<Link href="/admin/knowledge">候補の辞書</Link>}>
          照会先と施策の候補を求める類語辞書と、所掌事務の語
        </Card>
        <Card title={<Link href="/admin/routing-rules">照会先の規則</Link>}>
          政策分野や都道府県で決まる照会先と、その根拠
        </Card>
        <Card title={<Link href="/admin/queue">待ち行列</Link>}>自動の仕事の件数と、失敗した仕事のやり直し</Card>
        <Card title={<Link href="/admin/deadline-rules">期限の規則</Link>}>営業日数、締切時刻、リマインド、停止</Card>
      </div>
    </>
  );
}
