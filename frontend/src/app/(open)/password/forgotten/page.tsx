import type { Metadata } from 'next';
import { ForgottenForm } from '@/identity/password-forms';
import { Banner } from '@/ui/banner';
import { Link } from '@/ui/link';
import { OpenPage } from '@/ui/page-frame';

export const metadata: Metadata = { title: 'パスワードの再設定' };

export default async function ForgottenPage({ searchParams }: PageProps<'/password/forgotten'>) {
  const { done } = await searchParams;
  return (
    <OpenPage title="パスワードの再設定">
      {done ? (
        <Banner kind="success" title="手続のメールを送りました。">
          登録のあるメールアドレスであれば、数分以内に届きます。メールの案内に従って、パスワードを設定し直してください。
        </Banner>
      ) : (
        <>
          <p>登録したメールアドレスを入力してください。パスワードを設定し直すためのメールを送ります。</p>
          <ForgottenForm />
        </>
      )}
      <p>
        <Link href="/sign-in">サインインへ戻る</Link>
      </p>
    </OpenPage>
  );
}
