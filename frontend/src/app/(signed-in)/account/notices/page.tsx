import { MOMENT_LABEL, NOTICE_TOPICS, SCOPE_LABEL } from '@musubi/backend/contract/notices';
import type { Metadata } from 'next';
import { getNoticeChoices } from '@/notifications/api';
import { ChoicesForm } from '@/notifications/choices-form';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'お知らせの受け取り方' };

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
const MUST = Object.values(NOTICE_TOPICS).filter(({ must }) => must);

export default async function NoticeChoicesPage() {
  const choices = await getNoticeChoices();
  const topics = Object.fromEntries(Object.entries(NOTICE_TOPICS).map(([topic, { label }]) => [topic, label]));
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb trail={[{ label: 'アカウント', href: '/account' }]} here="お知らせの受け取り方" />
      <PageHeader title="お知らせの受け取り方" />
      <p>
        メールは、行政機関の休日を除く日の、次の時刻の間に届きます（「夜間や休日にもメールを受け取る」を選んだときは、いつでも届きます）。それ以外の時刻に起きたことのメールは、次に受け取れる時刻まで待ちます。画面のお知らせは、すぐに出ます。招待とパスワードの再設定のメールだけは、時刻によらず届きます。
        {MUST.map(({ label }) => `「${label}」`).join('')}
        は、受け取らないことを選べません。ほかに知らせる人がいないときと、誰かの代理をしている間は、「受け取らない」を選んでも画面のお知らせに出ます。
      </p>
      {choices.byMailbox && (
        <p>
          照会のメールは、府省庁や課室の共有のメールアドレスに届きます。あなた個人のアドレスには、次で「送らない」以外を選んだものだけを送ります。
        </p>
      )}
      <ChoicesForm
        choices={choices}
        words={{ topics, moments: optionsOf(MOMENT_LABEL), scopes: optionsOf(SCOPE_LABEL) }}
      />
    </div>
  );
}
