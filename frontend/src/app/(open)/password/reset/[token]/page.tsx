import type { Metadata } from 'next';
import { ResetForm } from '@/identity/password-forms';
import { OpenPage } from '@/ui/page-frame';

export const metadata: Metadata = { title: '新しいパスワードの設定' };

export default async function ResetPage({ params }: PageProps<'/password/reset/[token]'>) {
  return (
    <OpenPage title="新しいパスワードの設定">
      <ResetForm token={(await params).token} />
    </OpenPage>
  );
}
