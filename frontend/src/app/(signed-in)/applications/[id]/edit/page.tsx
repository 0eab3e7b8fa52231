import type { Metadata, Route } from 'next';
import { getApplication, getApplicationCheck } from '@/applications/api';
import { ClosingBanner } from '@/applications/closing-banner';
import { dayClock } from '@/karte/clock';
import { Notices } from '@/karte/notices';
import { sheetAction } from '@/karte/sheet-action';
import { SheetForm } from '@/karte/sheet-form';
import { sheetOfApplication } from '@/karte/sheet-home';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import '@/karte/sheet.css';

export const metadata: Metadata = { title: '応募の編集' };

const NO_FILES = { count: 0, megabytes: 0, totalMegabytes: 0, accept: '' };

export default async function ApplicationEditPage({ params, searchParams }: PageProps<'/applications/[id]/edit'>) {
  const [{ id }, { check }] = await Promise.all([params, searchParams]);
  const application = await getApplication(id);
  if (!application.allowedActions.includes('edit')) {
    return (
      <EmptyState title="この応募は編集できません">
        応募した後、又は締切の後は編集できません。<Link href={`/applications/${id}` as Route}>応募の画面</Link>
        に戻ってください。
      </EmptyState>
    );
  }
  const { faults } = check ? await getApplicationCheck(id) : { faults: {} };
  return (
    <>
      <div className="grid max-w-4xl gap-6">
        <PageHeader title={application.form.name} />
        <ClosingBanner state={application.state} call={application.call} />
        <Notices notices={application.form.notices} />
      </div>
      <SheetForm
        home="applications"
        sheet={sheetOfApplication(application)}
        action={sheetAction.bind(null, 'applications', id)}
        checked={faults}
        limits={NO_FILES}
        savedBefore={`${dayClock(application.savedAt)} に保存済み（${application.savedBy}）`}
      />
    </>
  );
}
