import type { Session } from '@musubi/backend/contract/identity';
import type { Metadata } from 'next';
import { AbsenceCard } from '@/identity/absence-card';
import { signOutEverywhere } from '@/identity/actions';
import { getMe, getOwnAbsences, getSessions } from '@/identity/api';
import { deviceName } from '@/identity/device';
import { ChangePasswordForm } from '@/identity/password-forms';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { type Column, Table } from '@/ui/table';
import { Moment } from '@/ui/time';

export const metadata: Metadata = { title: 'アカウント' };

const COLUMNS: readonly Column<Session>[] = [
  {
    header: '端末',
    cell: ({ device, current }) => `${deviceName(device)}${current ? '　この端末' : ''}`,
    rowHeader: true,
  },
  { header: 'サインインした日時', cell: ({ createdAt }) => <Moment value={createdAt} />, nowrap: true },
  { header: '最後に使った日時', cell: ({ lastSeenAt }) => <Moment value={lastSeenAt} />, nowrap: true },
];

export default async function AccountPage() {
  const [me, sessions, absences] = await Promise.all([getMe(), getSessions(), getOwnAbsences()]);
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader title="アカウント" />
      <Card title="登録の内容">
        <DescriptionList
          items={[
            { term: '氏名', value: me.name },
            { term: '所属', value: me.organisationLabel },
            { term: 'メールアドレス', value: me.email },
            {
              term: '役割',
              value: me.roles.map((role) => [role.label, role.organisation].filter(Boolean).join('　')).join('、'),
            },
          ]}
        />
      </Card>
      <Card title="お知らせ">
        <Link href="/account/notices">お知らせの受け取り方を変える</Link>
      </Card>
      <AbsenceCard absences={absences} own />
      <Card title="パスワードの変更">
        <ChangePasswordForm />
      </Card>
      <Card title="サインイン中の端末">
        <div className="grid gap-4">
          <Table caption="サインイン中の端末" columns={COLUMNS} rows={sessions.items} rowKey={({ id }) => id} dense />
          <p>心当たりのない端末があるときは、すべての端末からサインアウトし、パスワードを変更してください。</p>
          <ActionButton action={signOutEverywhere} variant="outline">
            すべての端末からサインアウト
          </ActionButton>
        </div>
      </Card>
    </div>
  );
}
