import type { SurveyResponse } from '@musubi/backend/contract/satisfaction';
import type { Route } from 'next';
import type { ReactNode } from 'react';
import { DescriptionList } from '@/ui/description-list';
import { Link } from '@/ui/link';
import { Moment } from '@/ui/time';

/** One answer with the case it is about. */
export function ResponseCard({ response, children }: { response: SurveyResponse; children?: ReactNode }) {
  const { consultation, municipalityLabel, answeredAt, answers } = response;
  return (
    <article className="rounded-12 border border-solid-gray-420 p-4 md:p-6">
      <h2 className="text-std-18B-160">
        {consultation ? (
          <Link href={`/consultations/${consultation.id}` as Route}>
            {consultation.number}　{consultation.title}
          </Link>
        ) : (
          '個別の回答'
        )}
      </h2>
      <p className="mb-3 text-dns-14N-130 text-solid-gray-700">
        {municipalityLabel}　回答 <Moment value={answeredAt} />
      </p>
      <DescriptionList items={answers.map(({ label, answer }) => ({ term: label, value: answer }))} preserve />
      {children}
    </article>
  );
}
