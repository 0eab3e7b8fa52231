import type { AppointmentLetter, MERGE_FIELDS } from '../contract/appointments.js';
import { formatWareki } from '../contract/calendar.js';
import { personOf, type StoredAppointment } from './appointment.queries.js';

type MergeField = (typeof MERGE_FIELDS)[number];

export interface Letter {
  officer: string;
  addressee: string;
  subject: string;
  sender: string;
  issuedOn: string;
  paragraphs: string[];
}

/** What a letter says before anybody wrote another. */
export const firstLetter = (sender: string, issuedOn: string): AppointmentLetter => ({
  ...{ sender, issuedOn },
  subject: '地方創生支援官の任命について（通知）',
  body: 'あなたを、{年度}の地方創生支援官に任命します。\n担当する団体は、{団体}です。\n任期は、{任期}です。',
});

/** A letter for everybody who was appointed, in the order of the teams. */
export function lettersOf(one: StoredAppointment, officer?: string): Letter[] {
  const { letter, labels, teams } = one;
  return teams.flatMap(({ municipality, officers }) =>
    officers
      .filter((id) => officer === undefined || id === officer)
      .map((id) => {
        const { name, ministry, post } = personOf(labels, id);
        const fields: Record<MergeField, string> = {
          ...{ 氏名: name, 府省庁: ministry, 所属: post, 団体: labels.municipalities[municipality]?.name ?? '' },
          ...{ 年度: one.roundName, 任期: termOf(one) },
        };
        return {
          officer: id,
          addressee: [ministry, post, `${name}　様`].filter(Boolean).join('　'),
          ...{ subject: letter.subject, sender: letter.sender, issuedOn: letter.issuedOn },
          paragraphs: merged(letter.body, fields).split('\n'),
        };
      }),
  );
}

const merged = (body: string, fields: Record<string, string>) =>
  body.replace(/\{([^{}]*)\}/g, (whole, name: string) => fields[name] ?? whole);

function termOf({ calendar, letter }: StoredAppointment): string {
  const dayOf = (key: string) => calendar.find((entry) => entry.key === key)?.on;
  const [from, to] = [dayOf('appointment') ?? letter.issuedOn, dayOf('termEnds')];
  return to ? `${formatWareki(from)}から${formatWareki(to)}まで` : `${formatWareki(from)}から`;
}
