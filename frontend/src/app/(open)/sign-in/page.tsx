import type { Metadata } from 'next';
import { SignInForm } from '@/identity/sign-in-form';
import { Banner } from '@/ui/banner';
import { Link } from '@/ui/link';
import { OpenPage } from '@/ui/page-frame';
import { ForgetPages } from '@/visits/forget-pages';

export const metadata: Metadata = { title: 'サインイン' };

const DONE: Record<string, string> = {
  'password-set': 'パスワードを設定しました。新しいパスワードでサインインしてください。',
  'invitation-accepted': '登録が完了しました。設定したパスワードでサインインしてください。',
  'signed-out': 'サインアウトしました。',
  'signed-out-everywhere': 'すべての端末からサインアウトしました。',
};

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next, done } = await searchParams;
  const message = DONE[String(done)];
  return (
    <OpenPage title="サインイン">
      {message && <Banner kind="success" title={message} />}
      {next && !message && <Banner kind="info" title="続けるには、サインインしてください。" />}
      {String(done).startsWith('signed-out') && <ForgetPages />}
      <SignInForm next={String(next ?? '')} />
      <p>
        <Link href="/password/forgotten">パスワードを忘れたとき</Link>
      </p>
    </OpenPage>
  );
}
