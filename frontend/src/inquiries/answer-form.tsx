'use client';

import type { RowDraft } from '@musubi/backend/contract/answers';
import type { Inquiry, InquiryRow } from '@musubi/backend/contract/inquiries';
import { Banner } from '@/ui/banner';
import { Form, SubmitButton } from '@/ui/form';
import type { Option } from '@/ui/select';
import { writeAnswers } from './answer-actions';
import { AnswerRow } from './answer-row';
import type { EarlierOption } from './earlier-options';

export interface Lists {
  kinds: readonly Option[];
  ministries: readonly Option[];
  /** What the ministry answered before, by open question. */
  earlier: Record<string, EarlierOption[]>;
}

/** The answers to all open questions of an inquiry: a draft until it is sent, row by row or as a whole. */
export function AnswerForm({
  inquiry: { id, version, usualContact },
  rows,
  lists,
}: {
  inquiry: Pick<Inquiry, 'id' | 'version' | 'usualContact'>;
  rows: readonly InquiryRow[];
  lists: Lists;
}) {
  return (
    <Form action={writeAnswers.bind(null, id)}>
      {(state) => {
        const stored = state.conflict as { version: number; rows: RowDraft[] } | undefined;
        return (
          <>
            <input type="hidden" name="version" value={stored?.version ?? version} />
            {stored && <StoredDraft rows={rows} stored={stored.rows} />}
            {rows.map((row, index) => (
              <AnswerRow
                key={row.questionRowId}
                state={state}
                index={index}
                row={row}
                contact={usualContact}
                lists={lists}
                alone={rows.length === 1}
              />
            ))}
            <div className="flex flex-wrap gap-4">
              <SubmitButton name="intent" value="send">
                {rows.length === 1 ? '回答を提出する' : 'すべての回答を提出する'}
              </SubmitButton>
              <SubmitButton name="intent" value="save" variant="outline">
                下書きを保存する
              </SubmitButton>
            </div>
          </>
        );
      }}
    </Form>
  );
}

/** Somebody of the ministry saved first: shows what stands there now. */
function StoredDraft({ rows, stored }: { rows: readonly InquiryRow[]; stored: readonly RowDraft[] }) {
  return (
    <Banner kind="warning" title="別の画面または別の人が先に保存した下書き">
      <ul className="grid gap-3">
        {rows.map(({ questionRowId, position }) => {
          const draft = stored.find((row) => row.questionRowId === questionRowId);
          const words = draft?.notApplicable
            ? [`該当なし：${draft.notApplicable.reason}`]
            : (draft?.answers ?? []).map(({ measureName, points }) => [measureName, points].filter(Boolean).join('\n'));
          return (
            <li key={questionRowId}>
              <p className="font-700">質問{position}</p>
              <p className="whitespace-pre-wrap">{words.length > 0 ? words.join('\n\n') : '（未入力）'}</p>
            </li>
          );
        })}
      </ul>
      <p className="mt-2">下の入力内容でもう一度保存すると、この内容を置き換えます。</p>
    </Banner>
  );
}
