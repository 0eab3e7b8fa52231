import type { Metadata } from 'next';
import { getInvitation } from '@/identity/api';
import { InvitationForm } from '@/identity/password-forms';
import { DescriptionList } from '@/ui/description-list';
import { OpenPage } from '@/ui/page-frame';

export const metadata: Metadata = { title: '利用者登録' };

export default async function InvitationPage({ params }: PageProps<'/invitations/[token]'>) {
  const { token } = await params;
  const { email, name, organisationLabel } = await getInvitation(token);
  return (
    <OpenPage title="利用者登録">
      <p>Musubi に招待されています。氏名を確かめ、パスワードを設定してください。</p>
      <DescriptionList
        items={[
          { term: '所属', value: organisationLabel },
          { term: 'メールアドレス', value: email },
        ]}
      />
      <InvitationForm token={token} name={name} />
    </OpenPage>
  );
}
