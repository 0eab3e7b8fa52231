import type { Dashboard } from '@musubi/backend/contract/dashboards';
import type { Route } from 'next';
import { Card } from '@/ui/card';
import { Link } from '@/ui/link';

export function SatisfactionCard({ satisfaction }: Pick<Dashboard, 'satisfaction'>) {
  return (
    <Card title="満足度" actions={<Link href="/satisfaction">満足度の集計を開く</Link>}>
      {satisfaction ? (
        <p>
          総合満足度の平均{' '}
          <strong className="text-std-28B-150 tabular-nums">{satisfaction.mean?.toFixed(1) ?? '－'}</strong> / 5　n＝
          <Link href={satisfaction.href as Route}>{satisfaction.n.toLocaleString('ja-JP')}</Link>
        </p>
      ) : (
        <p>年度別の満足度は、窓口管理職だけが見られます。</p>
      )}
    </Card>
  );
}
