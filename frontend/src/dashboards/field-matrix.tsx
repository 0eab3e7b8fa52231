import type { Dashboard } from '@musubi/backend/contract/dashboards';
import { Card } from '@/ui/card';
import { Matrix } from './matrix';

/** 分野 × 都道府県. */
export function FieldMatrix({ fields, prefectures }: Pick<Dashboard, 'fields' | 'prefectures'>) {
  return (
    <Card title="都道府県別・分野別の件数">
      <p className="mb-3">一つの相談を、設定した分野のそれぞれに数えます。</p>
      <Matrix
        caption="都道府県別・分野別の件数"
        corner="都道府県"
        rows={prefectures.map(({ prefecture, label }) => ({ key: prefecture, label }))}
        columns={fields.map(({ field, label }) => ({ key: field, label }))}
        figure={(row, column) =>
          fields.find(({ field }) => field === column)?.cells.find(({ prefecture }) => prefecture === row)
        }
      />
    </Card>
  );
}
