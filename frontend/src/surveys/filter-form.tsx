import type { SatisfactionReport } from '@musubi/backend/contract/satisfaction';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-field';
import { LinkButton } from '@/ui/link';
import { Select } from '@/ui/select';

/** The conditions of the report. Who sees figures only takes one group at a time. */
export function FilterForm({
  report: { survey, surveys, options, mayReadResponses },
  query,
  errors = {},
}: {
  report: SatisfactionReport;
  query: URLSearchParams;
  errors?: Record<string, string>;
}) {
  const stored = (name: string) => ({ name, defaultValue: query.get(name) ?? '', error: errors[name] });
  return (
    <form
      action="/satisfaction"
      className="no-print flex flex-wrap items-end gap-4 rounded-12 border border-solid-gray-420 p-4"
    >
      <Select
        label="調査"
        name="survey"
        defaultValue={survey.key}
        options={surveys.map(({ key, label }) => ({ value: key, label }))}
      />
      {options.map(({ by, label, groups }) => (
        <Select
          key={by}
          label={label}
          {...stored(by)}
          empty="すべて"
          width="14rem"
          options={groups.map((group) => ({ value: group.key, label: group.label }))}
        />
      ))}
      {mayReadResponses && <DateField label="依頼日（いつから）" {...stored('from')} />}
      {mayReadResponses && <DateField label="依頼日（いつまで）" {...stored('to')} />}
      <Button>絞り込む</Button>
      {query.size > 0 && (
        <LinkButton href="/satisfaction" variant="text">
          条件を消す
        </LinkButton>
      )}
    </form>
  );
}
