import type { Metadata } from 'next';
import { getPolicyFields } from '@/policies/api';
import { getTeam, getThemes } from '@/teams/api';
import { ThemeFacts } from '@/teams/theme-facts';
import { ThemeForm } from '@/teams/theme-form';
import { ThemeHistory } from '@/teams/theme-history';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';

export const metadata: Metadata = { title: '支援テーマと取組計画' };

export default async function ThemePage({ params }: PageProps<'/teams/[id]/theme'>) {
  const { id } = await params;
  const [{ theme, allowedActions }, { items: versions }, fields] = await Promise.all([
    getTeam(id),
    getThemes(id),
    getPolicyFields(),
  ]);
  const writes = allowedActions.includes('write');
  const choices = fields.items.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className="grid max-w-4xl gap-6">
      <Card title="支援テーマと取組計画">
        {writes ? <ThemeForm teamId={id} theme={theme} fields={choices} /> : theme && <ThemeFacts theme={theme} />}
        {!writes && !theme && <EmptyState title="支援テーマは、まだ決まっていません" />}
      </Card>
      {versions.length > 0 && <ThemeHistory versions={versions} />}
    </div>
  );
}
