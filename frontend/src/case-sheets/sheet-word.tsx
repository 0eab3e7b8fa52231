import type { CaseSheet, SheetState } from '@musubi/backend/contract/case-sheets';
import { Banner } from '@/ui/banner';
import type { Tone } from '@/ui/status-badge';

export const SHEET_TONE: Record<SheetState, Tone> = {
  drafting: 'active',
  asked: 'waiting',
  agreed: 'attention',
  declined: 'closed',
  published: 'done',
  withdrawn: 'closed',
};

/** What the reader is asked for, or waits for. */
export function SheetWord({ sheet: { state, allowedActions } }: { sheet: CaseSheet }) {
  if (allowedActions.includes('amend')) {
    return (
      <Banner kind="info" title="内容を確認し、公表に同意するかどうかを返答してください">
        <p>
          窓口が相談カルテと回答書から作った案です。団体の言葉に直せます。同意するまで公開しません。同意した後も、いつでも撤回でき、撤回するとすぐに公開を終えます。
        </p>
        {!allowedActions.includes('agree') && <p>同意の返答は、承認者が行います。</p>}
      </Banner>
    );
  }
  const words: Record<SheetState, string> = {
    drafting: '団体が同意するまで公開しません。内部メモと府省庁の回答そのものは、書かないでください。',
    asked: '団体の返答を待っています。',
    agreed: '団体が同意した内容です。公開するまで、誰も内容を変更できません。',
    declined: '団体は公表に同意していません。',
    published: '好事例として公開しています。',
    withdrawn: '団体が同意を撤回したため、公開を終えました。',
  };
  return <p>{words[state]}</p>;
}
