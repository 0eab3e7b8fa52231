import type { CaseTab } from '@musubi/backend/contract/consultations';
import type { Metadata, Route } from 'next';
import { ActionBar } from '@/consultations/action-bar';
import { getConsultation } from '@/consultations/api';
import { Due, MinistryChips, StateBadge } from '@/consultations/case-state';
import { currentAddress } from '@/lib/visitor';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Tabs } from '@/ui/tabs';

const TABS: Record<CaseTab, { label: string; path: string }> = {
  overview: { label: '概要', path: '' },
  inquiries: { label: '照会', path: '/inquiries' },
  reply: { label: '回答書', path: '/reply' },
  meetings: { label: '打合せ', path: '/meetings' },
  caseSheet: { label: '事例票', path: '/case-sheet' },
  history: { label: '履歴', path: '/history' },
  notes: { label: '内部メモ', path: '/notes' },
};

export async function generateMetadata({ params }: LayoutProps<'/consultations/[id]'>): Promise<Metadata> {
  // What fails here fails in the layout too, and the page that says so has a title of its own.
  const consultation = await getConsultation((await params).id).catch(() => undefined);
  if (!consultation) return {};
  const { number, title } = consultation;
  return { title: { template: `%s｜${number ?? '提出前'} ${title}｜Musubi 新結合相談窓口`, default: title } };
}

/** The head of a case, over every view of it. */
export default async function CaseLayout({ params, children }: LayoutProps<'/consultations/[id]'>) {
  const { id } = await params;
  const [consultation, address] = await Promise.all([getConsultation(id), currentAddress()]);
  const { number, title, municipality, owner, ministries, tabs, allowedActions, proxyChannel, practice } = consultation;
  const path = address.split('?')[0] ?? '';
  const base = `/consultations/${id}`;
  // The pages of the カルテ have buttons of their own.
  const onKarte = /\/(edit|submit|print)$/.test(path);
  return (
    <>
      <div className="no-print grid gap-4">
        <PageHeader
          title={title || '（件名なし）'}
          badges={
            <>
              <span>{number ?? '提出前'}</span>
              <span>{municipality.label}</span>
              <StateBadge {...consultation} />
              {proxyChannel && <span>（窓口が代理で入力）</span>}
            </>
          }
        >
          <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
            <p>
              期限：
              <Due item={consultation} />
            </p>
            <p>主担当：{owner?.name ?? 'まだ決まっていません'}</p>
            {practice && (
              <p>
                元にした好事例：<Link href={`/good-practices/${practice.id}` as Route}>{practice.name}</Link>
              </p>
            )}
            {ministries.length > 0 && <MinistryChips ministries={ministries} />}
          </div>
        </PageHeader>
        {!onKarte && <ActionBar id={id} allowed={allowedActions} />}
        <Tabs
          label="相談の内容"
          tabs={tabs.map((tab) => ({
            label: TABS[tab].label,
            href: `${base}${TABS[tab].path}` as Route,
            current: tab === 'overview' ? path === base : path.startsWith(`${base}${TABS[tab].path}`),
          }))}
        />
      </div>
      {children}
    </>
  );
}
