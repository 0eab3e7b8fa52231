'use client';

import type { PassageInput } from '@musubi/backend/contract/replies';
import type { ReactNode } from 'react';
import { SubmitButton } from '@/ui/form';
import type { Option } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { OutwardText } from '@/ui/voice';

/** Props of the field of this name: what was typed, else this value; and what is wrong with it. */
export type Field = (
  name: string,
  value: string,
) => { name: string; defaultValue: string; error?: string; support?: string };

/** Where a passage stands: in which section, as which, and whether as its last. */
interface Place {
  section: number;
  no: number;
  last: boolean;
}

/** What stands beside a passage: answers by their id, 該当なし by question, records of the catalogue by passage. */
export type Sources = Record<'answers' | 'declines' | 'records', Record<string, ReactNode>>;

/** A passage: the words for the town at the left, what the ministries said at the right. */
export function PassageFields({
  index,
  place,
  passage,
  sources,
  places,
  field,
}: {
  index: number;
  place: Place;
  passage: PassageInput;
  sources: Sources;
  /** The questions it may be moved to, when it states a measure. */
  places: readonly Option[];
  field: Field;
}) {
  const at = `passages.${index}`;
  const beside = besideOf(passage, sources);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
      <OutwardText label={`団体に送る文（項目${place.section}の${place.no}）`}>
        <div className="grid gap-4 whitespace-normal">
          <input type="hidden" name={`${at}.id`} value={passage.id} />
          <input type="hidden" name={`${at}.answerIds`} value={passage.answerIds.join()} />
          <input type="hidden" name={`${at}.questionRowIds`} value={passage.questionRowIds.join()} />
          <TextField label="小見出し（施策名など）" {...field(`${at}.title`, passage.title)} width="100%" />
          <TextArea label="文章" {...field(`${at}.text`, passage.text)} rows={8} required />
          <PassageButtons index={index} place={place} />
          {sources.records[passage.id] && <MoveButtons index={index} place={place} places={places} />}
        </div>
      </OutwardText>
      <div className="grid gap-3">{beside}</div>
    </div>
  );
}

function besideOf(passage: PassageInput, { answers, declines, records }: Sources) {
  if (records[passage.id]) return records[passage.id];
  const said = passage.answerIds.map((id) => <div key={id}>{answers[id]}</div>);
  if (said.length > 0) return said;
  const declined = passage.questionRowIds.flatMap((id) => (declines[id] ? [<div key={id}>{declines[id]}</div>] : []));
  if (declined.length > 0) return declined;
  return <p className="text-solid-gray-700">窓口の文章です。元になる府省庁回答はありません。</p>;
}

function PassageButtons({ index, place }: { index: number; place: Place }) {
  const what = (
    <span className="sr-only">
      項目{place.section}の文章{place.no}を
    </span>
  );
  return (
    <div className="flex flex-wrap gap-2">
      {place.no > 1 && (
        <SubmitButton name="intent" value={`up-${index}`} variant="outline" size="xs">
          {what}上へ
        </SubmitButton>
      )}
      {!place.last && (
        <SubmitButton name="intent" value={`down-${index}`} variant="outline" size="xs">
          {what}下へ
        </SubmitButton>
      )}
      <SubmitButton name="intent" value={`remove-${index}`} variant="danger" size="xs">
        {what}削除
      </SubmitButton>
    </div>
  );
}

function MoveButtons({ index, place, places }: { index: number; place: Place; places: readonly Option[] }) {
  if (places.length === 0) return null;
  return (
    <div className="grid gap-2">
      {places.map(({ value, label }) => (
        <div key={value}>
          <SubmitButton name="intent" value={`move-${index}-${value}`} variant="text" size="xs">
            <span className="sr-only">
              項目{place.section}の文章{place.no}を
            </span>
            「{label}」へ移す
          </SubmitButton>
        </div>
      ))}
    </div>
  );
}
