import { ATTACHMENT_KINDS, type KarteSheet, MAX_ATTACHMENT_MB, MAX_ATTACHMENTS } from '@musubi/backend/contract/karte';
import type { Metadata, Route } from 'next';
import { getCheck, getSheet } from '@/karte/api';
import { AttachForm } from '@/karte/attach-form';
import { dayClock } from '@/karte/clock';
import { Corrections } from '@/karte/corrections';
import { Notices } from '@/karte/notices';
import { sheetAction } from '@/karte/sheet-action';
import { SheetForm } from '@/karte/sheet-form';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import '@/karte/sheet.css';

export async function generateMetadata({ params }: PageProps<'/consultations/[id]/edit'>): Promise<Metadata> {
  return { title: addsFiles(await getSheet((await params).id)) ? '資料の追加' : '相談カルテの編集' };
}

const LIMITS = {
  count: MAX_ATTACHMENTS,
  megabytes: MAX_ATTACHMENT_MB,
  totalMegabytes: 30,
  accept: ATTACHMENT_KINDS.map((kind) => `.${kind}`).join(','),
};

export default async function EditPage({ params, searchParams }: PageProps<'/consultations/[id]/edit'>) {
  const [{ id }, { check }] = await Promise.all([params, searchParams]);
  const sheet = await getSheet(id);
  if (addsFiles(sheet)) return <AttachForm sheet={sheet} limits={LIMITS} />;
  if (!sheet.allowedActions.includes('edit')) {
    return (
      <EmptyState title="この相談カルテは編集できません">
        提出した相談カルテは、差戻しがあったときだけ編集できます。
        <Link href={`/consultations/${id}` as Route}>相談の画面</Link>から追記できます。
      </EmptyState>
    );
  }
  const { faults } = check ? await getCheck(id) : { faults: {} };
  return (
    <>
      <div className="grid max-w-4xl gap-6">
        <h2 className="text-std-24B-150">{sheet.form.name}</h2>
        <Notices notices={sheet.form.notices} />
        <p>
          <Link href={`/consultations/${id}/hints` as Route}>参考になる施策と好事例を見る</Link>
          （保存した内容から探します）
        </p>
        <Corrections corrections={sheet.corrections} form={sheet.form} />
      </div>
      <SheetForm
        home="consultations"
        sheet={sheet}
        action={sheetAction.bind(null, 'consultations', id)}
        checked={faults}
        limits={LIMITS}
        savedBefore={`${dayClock(sheet.savedAt)} に保存済み（${sheet.savedBy}）`}
      />
    </>
  );
}

const addsFiles = ({ allowedActions }: KarteSheet) =>
  allowedActions.includes('attach') && !allowedActions.includes('edit');
