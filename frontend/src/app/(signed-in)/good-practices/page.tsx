import type { Metadata, Route } from 'next';
import { getMe } from '@/identity/api';
import { getPractices } from '@/karte/api';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ChipList } from '@/ui/chip';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '好事例' };

const PILLARS = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: `柱${value}` }));

export default async function GoodPracticesPage({ searchParams }: PageProps<'/good-practices'>) {
  const { q, pillar } = await searchParams;
  const filters = { q: String(q ?? '').trim(), pillar: String(pillar ?? '') };
  const filled = Object.entries(filters).filter(([, value]) => value !== '');
  const [{ items, total }, me] = await Promise.all([getPractices(new URLSearchParams(filled)), getMe()]);
  const mayStart = me.roles.some(({ role }) => role === 'municipality' || role === 'approver');
  return (
    <>
      <WithoutScripts />
      <PageHeader title="好事例">
        <p>公表されている52の事例の事実（場所、組み合わせた要素）です。全{total}件を表示しています。</p>
      </PageHeader>
      <form className="flex flex-wrap items-end gap-4">
        <TextField label="団体名、事例名、要素" name="q" type="search" defaultValue={filters.q} width="20rem" />
        <Select
          label="政策の柱"
          name="pillar"
          options={PILLARS}
          empty="すべて"
          defaultValue={filters.pillar}
          width="10rem"
        />
        <Button variant="outline">探す</Button>
      </form>
      {items.length === 0 && <EmptyState title="該当する事例はありません">別の言葉で探してください。</EmptyState>}
      <div className="grid gap-4 md:grid-cols-2">
        {items.map(({ id, name, elements, fields, places, pillar: { code, name: pillarName }, sourceRef }) => (
          <Card key={id} title={name} level={2}>
            <div className="grid gap-2">
              <p>{places.map(({ label }) => label).join('、')}</p>
              <p className="text-std-17B-170">{elements.join(' × ')}</p>
              {fields.length > 0 && <ChipList label="政策分野" items={fields.map((field) => field.name)} />}
              <p className="text-dns-14N-130 text-solid-gray-700">
                柱{code} {pillarName}（出典：{sourceRef}）
              </p>
              {mayStart && (
                <p>
                  <Link href={`/consultations/new?practiceId=${id}` as Route}>
                    この事例から相談カルテを書く<span className="sr-only">（{name}）</span>
                  </Link>
                </p>
              )}
            </div>
          </Card>
        ))}
      </div>
    </>
  );
}
