import { SHEET_STATE_LABEL } from '@musubi/backend/contract/case-sheets';
import type { Metadata, Route } from 'next';
import { begin } from '@/case-sheets/actions';
import { getSheet, getSheetChoices } from '@/case-sheets/api';
import { DeskForm } from '@/case-sheets/desk-form';
import { SheetHistory } from '@/case-sheets/sheet-history';
import { SheetSteps } from '@/case-sheets/sheet-steps';
import { SheetView } from '@/case-sheets/sheet-view';
import { SHEET_TONE, SheetWord } from '@/case-sheets/sheet-word';
import { TownForm } from '@/case-sheets/town-form';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { StatusBadge } from '@/ui/status-badge';

export const metadata: Metadata = { title: '事例票' };

export default async function CaseSheetPage({ params }: PageProps<'/consultations/[id]/case-sheet'>) {
  const { id } = await params;
  const { sheet, mayDraft, whyNot } = await getSheet(id);
  if (!sheet) {
    return (
      <div className="grid max-w-4xl gap-6">
        <EmptyState title="事例票は、まだありません">
          {whyNot ?? '窓口が作成して団体に確認を求めると、ここに表示します。'}
        </EmptyState>
        {mayDraft && <ActionButton action={begin.bind(null, id)}>相談カルテと回答書から案を作る</ActionButton>}
      </div>
    );
  }
  const { allowedActions, state, title, recommended } = sheet;
  const mayEdit = allowedActions.includes('save') || allowedActions.includes('amend');
  return (
    <div className="grid max-w-4xl gap-6">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="text-std-24B-150">事例票</h2>
        <StatusBadge tone={SHEET_TONE[state]}>{SHEET_STATE_LABEL[state]}</StatusBadge>
        {recommended && <StatusBadge tone="active">推薦</StatusBadge>}
      </div>
      <SheetWord sheet={sheet} />
      {state === 'published' && (
        <p>
          <Link href={`/good-practices/${sheet.id}` as Route}>好事例の画面で見る</Link>
        </p>
      )}
      <Card title={mayEdit ? '内容' : title}>
        {allowedActions.includes('save') && <DeskForm sheet={sheet} choices={await getSheetChoices()} />}
        {allowedActions.includes('amend') && <TownForm sheet={sheet} />}
        {!mayEdit && <SheetView sheet={sheet} />}
      </Card>
      <SheetSteps sheet={sheet} />
      {sheet.history.length > 0 && (
        <Card title="経過">
          <SheetHistory history={sheet.history} />
        </Card>
      )}
    </div>
  );
}
