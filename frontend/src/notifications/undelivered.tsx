import type { Undelivered, UndeliveredAddress } from '@musubi/backend/contract/deliveries';
import { Banner } from '@/ui/banner';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { Link } from '@/ui/link';
import { Moment } from '@/ui/time';

/** Tells a person that mails do not reach them: they can only learn it here. */
export function UndeliveredBanner({ address }: { address: string | null }) {
  if (!address) return null;
  return (
    <Banner kind="warning" title="あなた宛てのメールが届いていません">
      <p>
        アドレス（{address}
        ）が正しいか、受信を拒否していないかを、管理者に確認してください。お知らせは、この画面の上部からも読めます。
      </p>
    </Banner>
  );
}

/** Among the work of the day: whom mails do not reach. */
export function UndeliveredCard({ items, total }: Undelivered) {
  return (
    <Card
      title={
        <>
          届かなかったメール<span className="ml-2 tabular-nums">{total.toLocaleString('ja-JP')}件</span>
        </>
      }
      actions={<Link href="/undelivered">一覧を開く</Link>}
    >
      <ul className="divide-y divide-solid-gray-420">
        {items.map((one) => (
          <li key={one.mailId} className="py-2">
            <Link href={`/undelivered#mail-${one.mailId}`}>{nameOf(one)}</Link>
            <p className="text-dns-14N-130 text-solid-gray-700">
              {[one.number, one.heading].filter(Boolean).join('　')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const nameOf = ({ person, to }: UndeliveredAddress) => [person, to].filter(Boolean).join('　');

/** What is known of an address that mails do not reach. */
export function UndeliveredFacts({ address }: { address: UndeliveredAddress }) {
  const { at, heading, number, consultationId, answer, mails } = address;
  return (
    <DescriptionList
      items={[
        { term: '届かなかった日時', value: <Moment value={at} /> },
        { term: '内容', value: heading ?? '－' },
        {
          term: '受付番号',
          value:
            number && consultationId ? (
              <Link href={`/consultations/${consultationId}`}>{number}</Link>
            ) : (
              (number ?? '－')
            ),
        },
        { term: 'メールサーバーの返答', value: answer ?? '－' },
        { term: '届かなかった数', value: `${mails.toLocaleString('ja-JP')}通` },
      ]}
    />
  );
}
