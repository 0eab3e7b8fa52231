import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { safeNext } from '@/lib/address';
import { LinkButton } from '@/ui/link';
import { Brand, Footer } from '@/ui/page-frame';
import { Steps } from '@/ui/steps';
import { WithoutScripts } from '@/ui/without-scripts';

const WAY = [
  '相談カルテを書く',
  '窓口が受け付ける',
  '関係府省庁が答える',
  '窓口がまとめて回答する',
  '解決まで見届ける',
];

export default async function Landing() {
  if ((await cookies()).has('musubi_session')) redirect(safeNext('/work'));
  return (
    <>
      <WithoutScripts />
      <header className="border-b border-solid-gray-200 px-4 py-3 md:px-8">
        <Brand href="/" />
      </header>
      <main id="main" tabIndex={-1} className="mx-auto grid w-full max-w-4xl gap-10 px-4 py-12 md:py-20">
        <div className="grid gap-6">
          <h1 className="text-std-32B-150 md:text-std-45B-140">
            <span className="inline-block">分野をまたぐ地域の相談に、</span>
            <span className="inline-block">国が一つの窓口で答えます。</span>
          </h1>
          <p className="max-w-[40rem] text-std-17N-170">
            産業、観光、福祉、教育など、複数の分野を組み合わせる取組について、市区町村の皆様からの相談を受け付けます。相談先の府省庁が分からなくても構いません。窓口が関係する府省庁に照会し、使える制度と担当の連絡先を、一つの回答にまとめてお返しします。
          </p>
          <p>
            <LinkButton href="/sign-in" size="lg">
              サインイン
            </LinkButton>
          </p>
        </div>
        <section aria-labelledby="way" className="grid gap-6 border-t border-solid-gray-200 pt-8">
          <h2 id="way" className="text-std-24B-150">
            相談の流れ
          </h2>
          <Steps label="相談の流れ" steps={WAY.map((label) => ({ label, state: 'ahead' as const }))} />
          <p>利用には、窓口からの招待が必要です。招待のメールが届いていないときは、団体の担当者にお尋ねください。</p>
        </section>
      </main>
      <Footer />
    </>
  );
}
