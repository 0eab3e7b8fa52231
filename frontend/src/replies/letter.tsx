import type { Reply, ReplyContact } from '@musubi/backend/contract/replies';
import { numberIn, type Section, sectionsOf } from '@musubi/backend/contract/reply-text';
import type { Route } from 'next';
import { DescriptionList } from '@/ui/description-list';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import { Blocks } from './blocks';

/** The reply as the town reads it: the same words and the same order as on paper. */
export function Letter({ reply }: { reply: Reply }) {
  const sections = sectionsOf(reply.passages);
  return (
    <article
      aria-labelledby="reply-subject"
      className="grid max-w-[52rem] gap-6 rounded-12 border border-solid-gray-420 bg-white p-4 whitespace-normal md:p-10"
    >
      <LetterHead reply={reply} />
      <h3 id="reply-subject" className="my-2 text-center text-std-20B-150" style={{ textWrap: 'balance' }}>
        {reply.subject}
      </h3>
      <p className="whitespace-pre-wrap">{reply.greeting}</p>
      <p className="text-center">記</p>
      {sections.length > 1 && <Contents sections={sections} />}
      {sections.map((section, i) => (
        <LetterSection key={section.passages[0]?.id} section={section} no={i + 1} />
      ))}
      {reply.contacts.length > 0 && (
        <section className="grid gap-3">
          <h4 className="text-std-18B-160">{sections.length + 1}　施策等の問合せ先</h4>
          <DescriptionList items={reply.contacts.map(contact)} />
        </section>
      )}
      <p className="whitespace-pre-wrap">{reply.closing}</p>
      <p className="text-right">以上</p>
      <footer className="rounded-8 bg-solid-gray-50 p-4">
        <h4 className="text-std-17B-170">この回答の問合せ先</h4>
        <p>{reply.deskContact.organisation}</p>
        <Ways {...reply.deskContact} />
        <p>受付番号：{reply.consultationNumber}</p>
      </footer>
    </article>
  );
}

function LetterHead({ reply }: { reply: Reply }) {
  return (
    <header className="grid gap-4">
      <div className="text-right">
        <p>{reply.documentNumber ?? '（文書番号は決裁後に付きます）'}</p>
        <p>{reply.issuedOn ? <Day value={reply.issuedOn} /> : '（日付は決裁の日）'}</p>
      </div>
      <ul>
        {reply.addressees.map((addressee) => (
          <li key={addressee}>{addressee}</li>
        ))}
      </ul>
      <div className="text-right">
        <p>{reply.sender}</p>
        {reply.sealOmitted && <p>（公印省略）</p>}
      </div>
    </header>
  );
}

function Contents({ sections }: { sections: readonly Section[] }) {
  return (
    <nav aria-label="回答の項目" className="no-print rounded-8 border border-solid-gray-200 p-4">
      <ol className="grid gap-1">
        {sections.map(({ heading, passages }, i) => (
          <li key={passages[0]?.id} className="flex gap-2">
            <span className="tabular-nums">{i + 1}</span>
            <a href={`#section-${i + 1}`} className="text-blue-1000 underline underline-offset-4">
              {heading}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function LetterSection({ section, no }: { section: Section; no: number }) {
  const { heading, passages } = section;
  return (
    <section id={`section-${no}`} aria-labelledby={`section-${no}-heading`} className="grid gap-4">
      <h4
        id={`section-${no}-heading`}
        className="flex gap-3 border-b-2 border-blue-900 pb-1 text-std-18B-160 whitespace-pre-wrap"
      >
        <span className="tabular-nums">{no}</span>
        {heading}
      </h4>
      {passages.map(({ id, title, text, measure }, i) => (
        <div key={id} className="grid gap-3 md:pl-6">
          {title && (
            <h5 className="flex gap-1 text-std-17B-170">
              <span className="whitespace-nowrap">（{numberIn(section, i)}）</span>
              {title}
            </h5>
          )}
          <Blocks text={text} />
          {measure && (
            <p className="no-print">
              <Link href={`/measures/${measure.id}` as Route}>施策の今の登録を見る（{measure.id}）</Link>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

const contact = (one: ReplyContact) => ({ term: one.organisation, value: <Ways {...one} /> });

function Ways({ tel, email }: Pick<ReplyContact, 'tel' | 'email'>) {
  return (
    <>
      {tel && <p>電話：{tel}</p>}
      {email && <p>メール：{email}</p>}
    </>
  );
}
