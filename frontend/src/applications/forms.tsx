'use client';

import { typed } from '@/lib/form-state';
import { RadioGroup } from '@/ui/choices';
import { Disclosure } from '@/ui/disclosure';
import { Form, SubmitButton } from '@/ui/form';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import {
  answerConsent,
  askConsent,
  askReview,
  beginApplication,
  submitApplication,
  withdrawApplication,
} from './actions';

interface BeginProps {
  roundId: string;
  kind: string;
  towns: readonly { code: string; label: string }[];
}

export function BeginForm({ roundId, kind, towns }: BeginProps) {
  return (
    <Form action={beginApplication.bind(null, roundId, kind)} idPrefix={`${kind}-`} className="grid gap-4">
      {(state) => (
        <>
          {towns.length > 1 && (
            <Select
              label="応募する団体"
              {...typed(state, 'municipalityCode')}
              options={towns.map(({ code, label }) => ({ value: code, label }))}
              empty="選択してください"
              required
            />
          )}
          <div>
            <SubmitButton>応募の下書きを作る</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

export function SubmitApplicationForm({ id, version }: { id: string; version: number }) {
  return (
    <Form action={submitApplication.bind(null, id, version)} className="grid gap-4">
      {(state) => (
        <>
          {state.conflict !== undefined && (
            <p>この画面を開いた後に内容が変わりました。画面を読み込み直して、変わった内容を確認してください。</p>
          )}
          <div>
            <SubmitButton size="lg">応募する</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

export function AskReviewForm({ id }: { id: string }) {
  return (
    <Form action={askReview.bind(null, id)} idPrefix="review-">
      {() => (
        <div>
          <SubmitButton variant="outline">承認者に確認を依頼する</SubmitButton>
        </div>
      )}
    </Form>
  );
}

export function WithdrawForm({ id }: { id: string }) {
  return (
    <Disclosure summary="応募を取り下げる、又は選定を辞退する">
      <Form action={withdrawApplication.bind(null, id)} idPrefix="withdraw-">
        {(state) => (
          <>
            <TextArea label="取下げ・辞退の理由" {...typed(state, 'reason')} rows={3} limit={500} required />
            <div>
              <SubmitButton variant="danger">取り下げる・辞退する</SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Disclosure>
  );
}

export function AskConsentForm({ id }: { id: string }) {
  return (
    <Disclosure summary="所属長に改めて同意を求める">
      <Form action={askConsent.bind(null, id)} idPrefix="consent-">
        {(state) => (
          <>
            <p>新しい依頼を送ると、前に送ったメールのリンクは使えなくなります。</p>
            <TextField label="所属長の氏名" {...typed(state, 'superior')} required />
            <TextField label="所属長のメールアドレス" type="email" {...typed(state, 'address')} required />
            <div>
              <SubmitButton variant="outline">同意の依頼を送る</SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Disclosure>
  );
}

const ANSWERS = [
  { value: 'yes', label: '同意する' },
  { value: 'no', label: '同意しない' },
];

export function ConsentForm({ token }: { token: string }) {
  return (
    <Form action={answerConsent.bind(null, token)} className="grid gap-6">
      {(state) => (
        <>
          <RadioGroup label="応募への同意" {...typed(state, 'agreed')} choices={ANSWERS} required />
          <TextArea label="同意しない理由（同意しないときは必須）" {...typed(state, 'reason')} rows={3} limit={500} />
          <div>
            <SubmitButton size="lg">返答する</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}
