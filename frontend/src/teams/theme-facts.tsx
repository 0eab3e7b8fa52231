import type { TeamTheme } from '@musubi/backend/contract/teams';
import { ChipList } from '@/ui/chip';
import { DescriptionList } from '@/ui/description-list';

/** 支援テーマ as it stands, for who reads. */
export function ThemeFacts({ theme: { theme, fields, goal, plan } }: { theme: TeamTheme }) {
  return (
    <DescriptionList
      preserve
      items={[
        { term: '支援テーマ', value: theme },
        { term: '政策分野', value: <ChipList label="政策分野" items={fields.map(({ name }) => name)} /> },
        { term: '目標', value: goal || '－' },
        { term: '取組計画', value: plan || '－' },
      ]}
    />
  );
}
