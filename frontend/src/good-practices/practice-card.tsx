import type { GoodPractice } from '@musubi/backend/contract/good-practices';
import type { Route } from 'next';
import { Card } from '@/ui/card';
import { ChipList } from '@/ui/chip';
import { citation } from '@/ui/citation';
import { Link } from '@/ui/link';
import { StatusBadge } from '@/ui/status-badge';

/** One 好事例 in a list. */
export function PracticeCard({ practice, mayStart }: { practice: GoodPractice; mayStart: boolean }) {
  const { id, name, elements, fields, places, pillar, sourceRef, recommended, source } = practice;
  return (
    <Card title={<Link href={`/good-practices/${id}` as Route}>{name}</Link>} level={2}>
      <div className="grid gap-2">
        {(recommended || source === 'caseSheet') && (
          <p className="flex flex-wrap gap-2">
            {source === 'caseSheet' && <StatusBadge tone="done">事例票</StatusBadge>}
            {recommended && <StatusBadge tone="active">推薦</StatusBadge>}
          </p>
        )}
        <p>{places.map(({ label }) => label).join('、')}</p>
        <p className="text-std-17B-170">{elements.join(' × ')}</p>
        {fields.length > 0 && <ChipList label="政策分野" items={fields.map((field) => field.name)} />}
        <p className="text-dns-14N-130 text-solid-gray-700">
          柱{pillar.code} {pillar.name}（出典：{citation(sourceRef)}）
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
  );
}
