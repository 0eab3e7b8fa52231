'use client';

import type { ReportContent, TeamReport } from '@musubi/backend/contract/team-reports';
import { chosen, type FormState, typed } from '@/lib/form-state';
import { Banner } from '@/ui/banner';
import { CheckboxGroup, type Choice } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { StoredVersion } from '@/ui/stored-version';
import { TextArea } from '@/ui/text-area';
import { saveReport } from './report-actions';

/** Labels and choices of the contract, which stays on the server. */
export interface ReportWords {
  labels: Record<string, string>;
  outcomes: Choice[];
  practices: Choice[];
  changes: Choice[];
  limit: number;
}

type Stored = ReportContent & { version: number };

/** The report as it is written. Whatever button is pressed, what stands in the fields is saved first. */
export function ReportForm({ report, words, home }: { report: TeamReport; words: ReportWords; home: string }) {
  const { id, version, content, news, allowedActions } = report;
  const { labels, limit } = words;
  return (
    <Form action={saveReport.bind(null, { id, home })}>
      {(state) => (
        <>
          <StoredVersion<Stored>
            state={state}
            version={version}
            show={({ version: _, ...stored }) =>
              Object.entries(labels).map(([name, term]) => ({ term, value: stored[name as 'progress'] }))
            }
          />
          <News news={news} labels={labels} state={state} />
          <Prose state={state} name="progress" labels={labels} content={content} limit={limit} required />
          <CheckboxGroup
            label="今後見込まれる成果"
            support="一つ以上選んでください。"
            {...chosen(state, 'outcomes', content.outcomes)}
            choices={words.outcomes}
            required
          />
          <Prose state={state} name="outcomesText" labels={labels} content={content} limit={limit} rows={3} />
          <CheckboxGroup
            label="政策5本柱の実践"
            {...chosen(state, 'practices', content.practices)}
            choices={words.practices}
          />
          <Prose state={state} name="practicesText" labels={labels} content={content} limit={limit} rows={3} />
          <CheckboxGroup label="庁内の変化" {...chosen(state, 'changes', content.changes)} choices={words.changes} />
          <Prose state={state} name="changesText" labels={labels} content={content} limit={limit} rows={3} />
          <Prose state={state} name="remaining" labels={labels} content={content} limit={limit} required />
          <Prose
            state={state}
            name="next"
            labels={labels}
            content={content}
            limit={limit}
            required={report.kind === 'final'}
          />
          <div className="flex flex-wrap gap-4">
            <SubmitButton name="intent" value="save" variant="outline">
              保存する
            </SubmitButton>
            {allowedActions.includes('propose') && (
              <SubmitButton name="intent" value="propose">
                保存して団体に同意を求める
              </SubmitButton>
            )}
          </div>
        </>
      )}
    </Form>
  );
}

interface ProseProps {
  state: FormState;
  name: 'progress' | 'outcomesText' | 'practicesText' | 'changesText' | 'remaining' | 'next';
  labels: Record<string, string>;
  content: ReportContent;
  limit: number;
  rows?: number;
  required?: boolean;
}

const Prose = ({ state, name, labels, content, limit, rows = 6, required }: ProseProps) => (
  <TextArea
    label={labels[name]}
    {...typed(state, name, content[name])}
    limit={limit}
    rows={rows}
    required={required ?? false}
  />
);

/** Entries that came since the texts were filled. What somebody wrote is never replaced. */
function News({ news, labels, state }: Pick<TeamReport, 'news'> & Pick<ProseProps, 'labels' | 'state'>) {
  if (news.length === 0) return null;
  const edited = news.filter((one) => one.edited);
  return (
    <Banner kind="info" title="前回の読込みの後に、新しい記録があります">
      <div className="grid gap-4">
        {news.map(({ text, lines, edited: written }) => (
          <div key={text}>
            <p className="font-700">
              {labels[text]}
              {written ? '（書き換えた欄です。そのまま残します）' : '（まだ書き換えていない欄です。作り直します）'}
            </p>
            <ul className="grid gap-1">
              {lines.map((line) => (
                <li key={line} className="break-words">
                  {line}
                </li>
              ))}
            </ul>
          </div>
        ))}
        {edited.length > 0 && (
          <CheckboxGroup
            label="書き換えた欄のうち、末尾に新しい記録を加えるもの"
            {...chosen(state, 'append')}
            choices={edited.map(({ text }) => ({ value: text, label: labels[text] }))}
          />
        )}
        <div>
          <SubmitButton name="intent" value="refill" variant="outline">
            保存して記録を読み込む
          </SubmitButton>
        </div>
      </div>
    </Banner>
  );
}
