import type { GoodPracticeDetail } from '@musubi/backend/contract/good-practices';
import type { Metadata, Route } from 'next';
import { getApplications, getPractice } from '@/good-practices/api';
import { AppliedElsewhere } from '@/good-practices/applied-elsewhere';
import { getMe } from '@/identity/api';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { ChipList } from '@/ui/chip';
import { citation } from '@/ui/citation';
import { DescriptionList } from '@/ui/description-list';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { StatusBadge } from '@/ui/status-badge';
import { WithoutScripts } from '@/ui/without-scripts';

export async function generateMetadata({ params }: PageProps<'/good-practices/[id]'>): Promise<Metadata> {
  const practice = await getPractice((await params).id).catch(() => undefined);
  return practice ? { title: practice.name } : {};
}

export default async function GoodPracticePage({ params }: PageProps<'/good-practices/[id]'>) {
  const { id } = await params;
  const [practice, applications, me] = await Promise.all([getPractice(id), getApplications(id), getMe()]);
  const mayStart = me.roles.some(({ role }) => role === 'municipality' || role === 'approver');
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '好事例', href: '/good-practices' }]} here={practice.name} />
      <PageHeader
        title={practice.name}
        badges={
          <>
            {practice.source === 'caseSheet' && <StatusBadge tone="done">事例票</StatusBadge>}
            {practice.recommended && <StatusBadge tone="active">推薦</StatusBadge>}
          </>
        }
        actions={
          mayStart && (
            <LinkButton href={`/consultations/new?practiceId=${id}` as Route} variant="outline">
              この事例から相談カルテを書く
            </LinkButton>
          )
        }
      />
      <div className="grid max-w-4xl gap-6">
        <DescriptionList preserve items={factsOf(practice)} />
        <Card title="ほかの地域での活用">
          <AppliedElsewhere {...applications} />
        </Card>
      </div>
    </>
  );
}

function factsOf({ places, elements, fields, pillar, sourceRef, sheet }: GoodPracticeDetail) {
  return [
    { term: '場所', value: places.map(({ label }) => label).join('、') },
    { term: '組み合わせた要素', value: elements.join(' × ') },
    { term: '政策分野', value: <ChipList label="政策分野" items={fields.map(({ name }) => name)} /> },
    { term: '政策の柱', value: `柱${pillar.code} ${pillar.name}` },
    ...(sheet
      ? [
          { term: '地域の現状・課題', value: sheet.situation },
          { term: '取組', value: sheet.initiative },
          {
            term: '連携先',
            value: sheet.partners.map(({ name, role }) => (role ? `${name}（${role}）` : name)).join('\n'),
          },
          { term: '相談を通じて得られた支援', value: sheet.support },
          { term: '結果・今後', value: sheet.results },
          {
            term: '元にした好事例',
            value: sheet.practice && (
              <Link href={`/good-practices/${sheet.practice.id}` as Route}>{sheet.practice.name}</Link>
            ),
          },
        ]
      : []),
    { term: '出典', value: citation(sourceRef) },
  ];
}
