'use client';

import type { Finding, Reply, ReplyWorkshop } from '@musubi/backend/contract/replies';
import { sectionsOf } from '@musubi/backend/contract/reply-text';
import { type FormState, typed } from '@/lib/form-state';
import { Card } from '@/ui/card';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { editReply } from './actions';
import { ContactFields } from './contact-fields';
import { type Draft, draftOf, type StoredReply } from './draft';
import { MeasurePicker, type Pickable } from './measure-picker';
import { type Field, PassageFields, type Sources } from './passage-fields';
import { RequestBox } from './request-box';
import { SectionFields } from './section-fields';
import { StoredDraft } from './stored-draft';

interface Props {
  id: string;
  reply: Reply;
  findings: readonly Finding[];
  questions: ReplyWorkshop['questions'];
  /** Answers by their id, 該当なし by question, records of the catalogue by passage: drawn on the server. */
  sources: Sources;
  measures: readonly Pickable[];
  newSources: number;
  mayRequest: boolean;
}

/** The whole reply as one form. Every button saves first. */
export function Editor(props: Props) {
  return (
    <Form action={editReply.bind(null, props.id)} className="grid gap-8">
      {(state) => <Fields {...props} state={state} />}
    </Form>
  );
}

function Fields({
  reply,
  findings,
  questions,
  sources,
  measures,
  newSources,
  mayRequest,
  state,
}: Props & { state: FormState }) {
  // A refused form shows what was typed, also when somebody else changed the passages meanwhile.
  const draft: Draft = state.values ? draftOf(state.values) : reply;
  const stored = isStoredReply(state.conflict) ? state.conflict : undefined;
  const field: Field = (name, value) => {
    const { error, ...rest } = typed(state, name, value);
    const of = (level: Finding['level']) => findings.find((one) => one.where === name && one.level === level)?.message;
    const warning = of('warning');
    return { ...rest, error: error ?? of('error'), support: warning && `注意：${warning}` };
  };
  const sections = sectionsOf(draft.passages);
  const uncovered = questions.filter(({ id }) => !draft.passages.some((one) => one.questionRowIds.includes(id)));
  const places = questions.map(({ id, position, text }) => ({ value: id, label: `質問${position}：${text}` }));
  let index = 0;
  return (
    <>
      <DefaultButton />
      <input type="hidden" name="version" value={stored?.version ?? reply.version} />
      {stored && <StoredDraft stored={stored} typed={draft} />}
      <Card title="前文">
        <div className="grid gap-6">
          <TextField label="件名" {...field('subject', draft.subject)} width="100%" required />
          <TextArea label="前文" {...field('greeting', draft.greeting)} rows={3} />
        </div>
      </Card>
      <div id="passages" className="grid gap-8">
        <p>
          「公募時期：毎年4月」のように「見出し：内容」と書いた行は、回答書では表になります。続きの行は、先頭に全角の空白を入れてください。
        </p>
        {sections.map((section, i) => (
          <SectionFields
            key={section.passages[0]?.id}
            no={i + 1}
            first={index}
            last={i === sections.length - 1}
            heading={section.heading}
            field={field}
          >
            {section.passages.map((passage, k) => (
              <PassageFields
                // A field shows other words from the server only when it is drawn anew.
                key={`${passage.id} ${reply.passages.find(({ id }) => id === passage.id)?.text}`}
                index={index++}
                place={{ section: i + 1, no: k + 1, last: k === section.passages.length - 1 }}
                passage={passage}
                sources={sources}
                places={places.filter(({ value }) => !passage.questionRowIds.includes(value))}
                field={field}
              />
            ))}
          </SectionFields>
        ))}
      </div>
      <Card title="文章を足す" level={2}>
        <div className="flex flex-wrap gap-4">
          {questions.map(({ id, text }) => (
            <input key={id} type="hidden" name={`question.${id}`} value={text} />
          ))}
          {uncovered.map(({ id, position, text }) => (
            <div key={id} id={`questions.${id}`} className="w-full">
              <p className="mb-2">
                質問{position}：{text}
              </p>
              <SubmitButton name="intent" value={`answer-${id}`} variant="outline" size="sm">
                質問{position}への文章を足す
              </SubmitButton>
            </div>
          ))}
          <SubmitButton name="intent" value="addSection" variant="outline" size="sm">
            新しい項目を足す
          </SubmitButton>
          <SubmitButton name="intent" value="refresh" variant={newSources > 0 ? 'solid' : 'outline'} size="sm">
            新しい府省庁回答と採用した施策を取り込む{newSources > 0 && `（${newSources}件）`}
          </SubmitButton>
        </div>
      </Card>
      <MeasurePicker items={measures} questions={places} state={state} />
      <ContactFields contacts={draft.contacts} field={field} />
      <Card title="末文">
        <TextArea label="末文" {...field('closing', draft.closing)} rows={3} />
      </Card>
      <RequestBox findings={findings} mayRequest={mayRequest} state={state} />
    </>
  );
}

const isStoredReply = (conflict: unknown): conflict is StoredReply =>
  typeof conflict === 'object' && conflict !== null && 'passages' in conflict;

/** The button that Enter presses in a text field. */
function DefaultButton() {
  return (
    <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only">
      保存する
    </button>
  );
}
