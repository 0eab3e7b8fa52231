import type { CaseSheet, SheetAction } from '@musubi/backend/contract/case-sheets';
import type { ReactNode } from 'react';
import { ActionButton } from '@/ui/action-button';
import { Disclosure } from '@/ui/disclosure';
import { recommend, take } from './actions';
import { WordForm } from './step-forms';

/** The steps that need no form of the whole sheet, as far as they are allowed. */
export function SheetSteps({ sheet }: { sheet: CaseSheet }) {
  const { id, version, recommended, desksPen } = sheet;
  const word = (action: SheetAction, label: string, button: string, danger = false) => (
    <WordForm
      sheet={{ id, version }}
      action={action}
      label={label}
      name="reason"
      required={action !== 'withdraw'}
      button={button}
      danger={danger}
    />
  );
  const press = (action: SheetAction, label: string, variant: 'solid' | 'outline') => (
    <ActionButton action={take.bind(null, id, version, action)} variant={variant}>
      {label}
    </ActionButton>
  );
  const steps: [SheetAction, ReactNode][] = [
    ['publish', press('publish', '好事例として公開する', 'solid')],
    [
      'recommend',
      <ActionButton key="r" action={recommend.bind(null, id, version, !recommended)} variant="outline">
        {recommended ? '推薦をやめる' : '推薦する'}
      </ActionButton>,
    ],
    ['recall', press('recall', '確認の依頼を取り消して案に戻す', 'outline')],
    ['redraft', press('redraft', '案を作り直す', 'outline')],
    [
      'agree',
      desksPen && (
        <Disclosure summary="団体の同意を記録する">
          <WordForm
            sheet={{ id, version }}
            action="agree"
            label="団体の誰から、いつ、どのように同意を得たか"
            name="note"
            required
            button="同意を記録する"
          />
        </Disclosure>
      ),
    ],
    [
      'decline',
      <Disclosure key="d" summary="公表に同意しない">
        {word('decline', '理由', '同意しない')}
      </Disclosure>,
    ],
    [
      'takeOut',
      <Disclosure key="t" summary="案に戻して直す（公開していれば、公開を終えます）">
        {word('takeOut', '理由（団体に伝わります）', '案に戻す', true)}
      </Disclosure>,
    ],
    [
      'withdraw',
      <Disclosure key="w" summary="公表の同意を撤回する">
        {word('withdraw', '理由（書かなくても構いません）', '同意を撤回して公開を終える', true)}
      </Disclosure>,
    ],
  ];
  const open = steps.filter(([action, step]) => sheet.allowedActions.includes(action) && step);
  if (open.length === 0) return null;
  return (
    <div className="grid justify-items-start gap-4">
      {open.map(([action, step]) => (
        <div key={action}>{step}</div>
      ))}
    </div>
  );
}
