'use client';

import { typed } from '@/lib/form-state';
import { Form, SubmitButton } from '@/ui/form';
import { StoredVersion } from '@/ui/stored-version';
import { TextArea } from '@/ui/text-area';
import { introduce } from './actions';

interface Written {
  version: number;
  introduction: string;
}

export function IntroductionForm({ teamId, version, introduction }: Written & { teamId: string }) {
  return (
    <Form action={introduce.bind(null, teamId)}>
      {(state) => (
        <>
          <StoredVersion<Written>
            state={state}
            version={version}
            show={(stored) => [{ term: '自己紹介', value: stored.introduction || '（記入なし）' }]}
          />
          <TextArea
            label="自己紹介"
            support="担当してきた仕事、得意なこと、地域とのゆかり、チームで力になりたいことなどを、団体の人に向けて書いてください。"
            {...typed(state, 'introduction', introduction)}
            limit={1000}
            rows={6}
          />
          <SubmitButton>保存する</SubmitButton>
        </>
      )}
    </Form>
  );
}
