import type { ConsultationDetail } from '@musubi/backend/contract/consultations';
import type { Explanation } from '@musubi/backend/contract/deadlines';
import type { Route } from 'next';
import { Banner } from '@/ui/banner';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { Link } from '@/ui/link';
import { ReadingNote } from '@/ui/reading-note';
import { Day, Moment } from '@/ui/time';
import { WhyDate } from '@/ui/why-date';

/** What the town wants to know first: who holds it, until when, what it is asked for. */
export function Expectation({
  expectation: { holder, expectedOn, expected, ask },
  explanations,
}: Pick<ConsultationDetail, 'expectation'> & { explanations: readonly Explanation[] }) {
  const why = explanations.find(({ clock, dueOn }) => clock !== 'inquiry' && dueOn === expectedOn);
  return (
    <Card title="今の状況">
      <DescriptionList
        items={[
          { term: '今、担当しているところ', value: holder },
          {
            term: '見込み日',
            value: expectedOn ? (
              <>
                <Day value={expectedOn} weekday />（{expected}）
                <WhyDate explanation={why} />
              </>
            ) : (
              expected
            ),
          },
          { term: 'お願いしていること', value: ask ?? '今のところ、ありません。' },
        ]}
      />
    </Card>
  );
}

export function Corrections({ corrections }: Pick<ConsultationDetail, 'corrections'>) {
  const open = corrections.filter(({ settled }) => !settled);
  if (open.length === 0) return null;
  return (
    <Banner kind="warning" title="補正をお願いしている項目">
      <ul className="list-disc pl-5">
        {open.map(({ item, label, reason }) => (
          <li key={item + reason}>
            {label}：{reason}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

/** The カルテ by its own form, item by item. */
export function KarteView({ karte }: Pick<ConsultationDetail, 'karte'>) {
  const written = karte.filter(({ lines }) => lines.length > 0);
  // Items 1 to 3 (number, code, name) stand in the head of the page.
  const empty = karte.filter(({ no, lines }) => no > 3 && lines.length === 0);
  return (
    <Card title="相談カルテ">
      <dl className="grid gap-x-6 md:grid-cols-[14rem_1fr]">
        {written.map(({ no, label, lines }) => (
          <div key={no} className="contents">
            <dt className="border-t border-solid-gray-420 pt-3 pb-1 text-std-16B-170 md:pb-3">
              {no}　{label}
            </dt>
            <dd className="min-w-0 border-solid-gray-420 pb-3 md:border-t md:pt-3">
              {lines.map((line) => (
                <p key={line.label + line.text} className="wrap-anywhere whitespace-pre-wrap">
                  {line.label && line.label !== label && <span className="text-solid-gray-700">{line.label}：</span>}
                  {line.text}
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {empty.length > 0 && (
        <p className="border-t border-solid-gray-420 pt-3 text-solid-gray-700">
          記入のない項目：{empty.map(({ no, label }) => `${no} ${label}`).join('、')}
        </p>
      )}
    </Card>
  );
}

export function Additions({ additions }: Pick<ConsultationDetail, 'additions'>) {
  if (additions.length === 0) return null;
  return (
    <Card title="追記">
      <ul className="grid gap-3">
        {additions.map(({ id, text, author, writtenAt }) => (
          <li key={id}>
            <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>
            <p className="text-dns-14N-130 text-solid-gray-700">
              <Moment value={writtenAt} />　{author}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const size = (bytes: number) =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)}KB` : `${(bytes / 1_048_576).toFixed(1)}MB`;

export function Attachments({ attachments }: Pick<ConsultationDetail, 'attachments'>) {
  if (attachments.length === 0) return null;
  return (
    <Card title="添付資料">
      <ul className="grid gap-1">
        {attachments.map(({ id, name, bytes, addedAt, reading }) => (
          <li key={id}>
            <Link href={`/api/attachments/${id}` as Route}>{name}</Link>（{size(bytes)}、<Moment value={addedAt} />）
            <ReadingNote reading={reading} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Other cases this one belongs to. */
export function Relations({
  mergedInto,
  merges,
  members,
}: Pick<ConsultationDetail, 'mergedInto' | 'merges' | 'members'>) {
  const link = ({ id, number, title }: { id: string; number: string | null; title: string }) => (
    <Link href={`/consultations/${id}` as Route}>
      {number} {title}
    </Link>
  );
  const items = [
    ...(members.length > 0 ? [{ term: '構成団体', value: members.map(({ label }) => label).join('、') }] : []),
    ...(mergedInto ? [{ term: '統合先', value: link(mergedInto) }] : []),
    ...merges.map((merged) => ({ term: '統合した相談', value: link(merged) })),
  ];
  return items.length > 0 ? (
    <Card title="関係する団体、相談">
      <DescriptionList items={items} />
    </Card>
  ) : null;
}
