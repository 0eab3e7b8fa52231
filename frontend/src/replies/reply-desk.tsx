import type { Reply, ReplyAction, ReplyWorkshop } from '@musubi/backend/contract/replies';
import { Banner } from '@/ui/banner';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import { Moment } from '@/ui/time';
import { OutwardText } from '@/ui/voice';
import { ApproveForm, RecallButton, SendBackForm } from './approval-forms';
import { ApprovalRecord } from './approval-record';
import { Editor } from './editor';
import { Findings } from './findings';
import { Letter } from './letter';
import { pickables } from './pickable';
import { RecordView } from './record-view';
import { SourceView } from './source-view';

interface Props {
  id: string;
  reply: Reply;
  workshop: ReplyWorkshop;
  actions: readonly ReplyAction[];
}

/** The desk writes: what the gate found, the form with the answers beside it, the record of 決裁. */
export function ReplyEditor({ id, reply, workshop, actions }: Props) {
  const { sources, findings, questions, approvals } = workshop;
  const returned = approvals.at(-1)?.decision === 'returned' ? approvals.at(-1) : undefined;
  const used = new Set(reply.passages.flatMap(({ answerIds }) => answerIds));
  const left = sources.filter(({ answer }) => answer && !used.has(answer.id));
  return (
    <>
      {returned && (
        <Banner kind="warning" title={`${returned.approver}が差し戻しました`}>
          <p className="whitespace-pre-wrap">{returned.comment}</p>
        </Banner>
      )}
      <Card title="決裁の前の確認">
        <Findings findings={findings} />
        <p className="mt-3 text-solid-gray-700">
          最後の保存：{workshop.savedBy}　<Moment value={workshop.savedAt} />
        </p>
      </Card>
      <Editor
        id={id}
        reply={reply}
        findings={findings}
        questions={questions}
        sources={drawn(workshop)}
        measures={pickables(workshop)}
        newSources={sources.filter(({ taken }) => !taken).length}
        mayRequest={actions.includes('requestApproval')}
      />
      {left.length > 0 && (
        <Card title="文章に使っていない府省庁回答" id="sources">
          <div className="grid gap-3 lg:grid-cols-2">
            {left.map((source) => (
              <SourceView key={source.key} source={source} />
            ))}
          </div>
        </Card>
      )}
      <ApprovalRecord workshop={workshop} />
    </>
  );
}

function drawn({ sources, records }: ReplyWorkshop) {
  const questions = new Set(sources.map(({ questionRowId }) => questionRowId));
  const declines = [...questions].map((question) => [
    question,
    sources
      .filter(({ questionRowId, notApplicable }) => questionRowId === question && notApplicable)
      .map((source) => <SourceView key={source.key} source={source} />),
  ]);
  return {
    answers: Object.fromEntries(
      sources.flatMap((source) =>
        source.answer ? [[source.answer.id, <SourceView key={source.key} source={source} />]] : [],
      ),
    ),
    declines: Object.fromEntries(declines.filter(([, views]) => views && views.length > 0)),
    records: Object.fromEntries(
      records.map((record) => [record.passageId, <RecordView key={record.passageId} record={record} edits />]),
    ),
  };
}

/** 決裁: the letter as the town will read it, where it came from, and the decision. */
export function ReplyApproval({ id, reply, workshop, actions }: Props) {
  const { nextStep, approvalSteps, whyNotApprove, sources } = workshop;
  const open = reply.state === 'approving';
  return (
    <>
      {open ? (
        <OutwardText label="団体に届く回答書（決裁前）">
          <Letter reply={reply} />
        </OutwardText>
      ) : (
        <Letter reply={reply} />
      )}
      {open && workshop.findings.length > 0 && (
        <Card title="決裁の前の確認で注意があったところ">
          <ul className="list-disc pl-5">
            {workshop.findings.map(({ code, where, message }) => (
              <li key={`${code} ${where} ${message}`}>{message}</li>
            ))}
          </ul>
        </Card>
      )}
      {workshop.records.length > 0 && (
        <Disclosure summary={`元になった施策の登録（${workshop.records.length}件）`}>
          <div className="grid gap-3 lg:grid-cols-2">
            {workshop.records.map((record) => (
              <RecordView key={record.passageId} record={record} />
            ))}
          </div>
        </Disclosure>
      )}
      <Disclosure summary={`元になった府省庁回答（${sources.length}件）`}>
        <div className="grid gap-3 lg:grid-cols-2">
          {sources.map((source) => (
            <SourceView key={source.key} source={source} />
          ))}
        </div>
      </Disclosure>
      <ApprovalRecord workshop={workshop} />
      {open && (
        <Card title={approvalSteps === 1 ? '決裁' : `決裁（${approvalSteps}段のうち${nextStep}段目）`} id="approval">
          <div className="grid max-w-[48rem] gap-6">
            {whyNotApprove && <p>{whyNotApprove}</p>}
            {actions.includes('approve') && (
              <ApproveForm
                id={id}
                version={reply.version}
                last={nextStep === approvalSteps}
                standIns={workshop.standIns}
              />
            )}
            {actions.includes('sendBackReply') && (
              <Disclosure summary="差し戻す">
                <SendBackForm id={id} version={reply.version} />
              </Disclosure>
            )}
            {actions.includes('recallApproval') && <RecallButton id={id} />}
          </div>
        </Card>
      )}
    </>
  );
}
