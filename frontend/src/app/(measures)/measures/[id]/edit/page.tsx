import { MEASURE_KIND_LABEL, OWNER_BASIS_LABEL, OWNER_RELATION_LABEL } from '@musubi/backend/contract/measures';
import type { Metadata, Route } from 'next';
import { getMeasureForm } from '@/measures/api';
import { MeasureEditForm } from '@/measures/edit-form';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '施策を直す' };

const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

export default async function EditMeasurePage({ params }: PageProps<'/measures/[id]/edit'>) {
  const form = await getMeasureForm((await params).id);
  const lists = {
    ...form.choices,
    kinds: options(MEASURE_KIND_LABEL),
    relations: options(OWNER_RELATION_LABEL),
    bases: options(OWNER_BASIS_LABEL),
  };
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '施策', href: '/measures' },
          { label: form.content.title, href: `/measures/${form.id}` as Route },
        ]}
        here="直す"
      />
      <PageHeader title="施策を直す">
        <p>直した内容は、すぐに施策の一覧に出ます。前の内容は、変更の履歴に残ります。</p>
      </PageHeader>
      <MeasureEditForm form={form} lists={lists} />
    </div>
  );
}
