import { IMPORT_KIND_LABEL, MAX_IMPORT_MB } from '@musubi/backend/contract/measures';
import type { Metadata, Route } from 'next';
import { getImports } from '@/measures/api';
import { IMPORT_STATE } from '@/measures/import-words';
import { UploadForm } from '@/measures/upload-form';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { StatusBadge } from '@/ui/status-badge';
import { Table } from '@/ui/table';
import { Moment } from '@/ui/time';

export const metadata: Metadata = { title: '施策の取込み' };

export default async function ImportMeasuresPage() {
  const { items } = await getImports();
  return (
    <div className="grid max-w-5xl gap-6">
      <Breadcrumb trail={[{ label: '施策', href: '/measures' }]} here="取込み" />
      <PageHeader title="施策の取込み">
        <p>
          ファイルを選ぶと、まず内容と、今の登録との違いを示します。取り込むのは、確認した後です。読み取れない行が1行でもあるときは、何も取り込みません。
        </p>
        <p>
          施策の一覧を直すときは、<Link href="/measures">施策の一覧</Link>
          から保存したExcelの必要な列だけを残して使えます。ない列は変わりません。
        </p>
      </PageHeader>
      <UploadForm megabytes={MAX_IMPORT_MB} />
      <h2 className="text-std-20B-150">これまでのファイル</h2>
      {items.length === 0 ? (
        <EmptyState title="まだファイルはありません" />
      ) : (
        <Table
          caption="これまでのファイル"
          dense
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'ファイル',
              rowHeader: true,
              cell: ({ id, fileName }) => <Link href={`/measures/import/${id}` as Route}>{fileName}</Link>,
            },
            { header: '種類', cell: ({ kind }) => (kind ? IMPORT_KIND_LABEL[kind] : '－') },
            {
              header: '状態',
              cell: ({ state }) => (
                <StatusBadge tone={IMPORT_STATE[state].tone}>{IMPORT_STATE[state].label}</StatusBadge>
              ),
            },
            {
              header: '確認',
              cell: ({ createdAt, createdBy }) => (
                <>
                  <Moment value={createdAt} />　{createdBy ?? 'システム'}
                </>
              ),
            },
            {
              header: '取込み',
              cell: ({ appliedAt, appliedBy }) =>
                appliedAt ? (
                  <>
                    <Moment value={appliedAt} />　{appliedBy ?? 'システム'}
                  </>
                ) : (
                  '－'
                ),
            },
          ]}
        />
      )}
    </div>
  );
}
