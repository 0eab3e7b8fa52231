import {
  OFFICE_CHANGE_LABEL,
  OUTCOME_LABEL,
  PRACTICE_LABEL,
  type ReportDocument,
} from '@musubi/backend/contract/team-reports';
import { ChipList } from '@/ui/chip';
import { DescriptionList } from '@/ui/description-list';
import { textLabels } from './report-words';

/** A report as it is read. */
export function ReportView({ report: { kind, content } }: { report: ReportDocument }) {
  const labels = textLabels(kind);
  const chips = (label: string, items: string[]) =>
    items.length > 0 ? <ChipList label={label} items={items} /> : null;
  const text = (name: 'progress' | 'outcomesText' | 'practicesText' | 'changesText' | 'remaining' | 'next') => ({
    term: labels[name] ?? name,
    value: content[name],
  });
  return (
    <DescriptionList
      preserve
      items={[
        text('progress'),
        {
          term: '今後見込まれる成果',
          value: chips(
            '今後見込まれる成果',
            content.outcomes.map((one) => OUTCOME_LABEL[one]),
          ),
        },
        text('outcomesText'),
        {
          term: '政策5本柱の実践',
          value: chips(
            '政策5本柱の実践',
            content.practices.map((one) => PRACTICE_LABEL[one]),
          ),
        },
        text('practicesText'),
        {
          term: '庁内の変化',
          value: chips(
            '庁内の変化',
            content.changes.map((one) => OFFICE_CHANGE_LABEL[one]),
          ),
        },
        text('changesText'),
        text('remaining'),
        text('next'),
      ]}
    />
  );
}
