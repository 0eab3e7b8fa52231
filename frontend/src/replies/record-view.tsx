import { formatWarekiWeekday } from '@musubi/backend/contract/calendar';
import { CALL_STATE_LABEL } from '@musubi/backend/contract/measures';
import type { PassageRecord } from '@musubi/backend/contract/reply-measures';
import type { Route } from 'next';
import { Disclosure } from '@/ui/disclosure';
import { SubmitButton } from '@/ui/form';
import { Link } from '@/ui/link';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import { InwardNote } from '@/ui/voice';
import { Blocks } from './blocks';

const CALL_TONE: Record<PassageRecord['call'], Tone> = {
  none: 'neutral',
  ahead: 'waiting',
  open: 'done',
  closing: 'attention',
  ended: 'alarm',
};

/** The record of the catalogue behind a passage; when it has changed, what changed and how to follow. `edits`: with buttons. */
export function RecordView({ record, edits }: { record: PassageRecord; edits?: boolean }) {
  const { measureId, title, version, current, call, applyUntil, edited, differing } = record;
  return (
    <InwardNote label="元になった施策の登録（団体には見えません）">
      <div className="grid gap-2 text-dns-14N-130 whitespace-normal">
        <p>
          <Link href={`/measures/${measureId}` as Route}>{title}</Link>（{measureId}、第{version}版）
        </p>
        <p className="flex flex-wrap items-center gap-2">
          <StatusBadge tone={CALL_TONE[call]}>{CALL_STATE_LABEL[call]}</StatusBadge>
          {applyUntil && <span>{formatWarekiWeekday(applyUntil)}まで</span>}
          {edited && <StatusBadge tone="active">窓口が書き直した文章</StatusBadge>}
        </p>
        {version !== current && <Changed record={record} />}
        {version === current && differing.length > 0 && (
          <div>
            <p className="font-700">登録のとおりに書かれていない金額・期間</p>
            <ul className="list-disc pl-5">
              {differing.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        )}
        {edited && (
          <Disclosure summary="今の登録による文章">
            <Blocks text={record.fresh} />
          </Disclosure>
        )}
        {edits && <Buttons record={record} />}
      </div>
    </InwardNote>
  );
}

function Changed({ record: { version, current, changes } }: { record: PassageRecord }) {
  return (
    <div>
      <p className="font-700">
        文章を作った後に、施策の登録が変わりました（第{version}版 → 第{current}版）。
      </p>
      <dl className="grid gap-1">
        {changes.map(({ label, before, after }) => (
          <div key={label}>
            <dt className="inline font-700">{label}：</dt>
            <dd className="inline">
              {before || '（なし）'} → {after || '（なし）'}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Buttons({ record: { passageId, title, version, current, edited } }: { record: PassageRecord }) {
  const what = <span className="sr-only">「{title}」の文章を</span>;
  if (!edited && version === current) return null;
  return (
    <div className="flex flex-wrap gap-2">
      <SubmitButton name="intent" value={`${edited ? 'replace' : 'renew'}-${passageId}`} variant="outline" size="xs">
        {what}
        {edited ? '今の登録による文章に置き換える' : '今の登録に合わせる'}
      </SubmitButton>
      {edited && version !== current && (
        <SubmitButton name="intent" value={`keep-${passageId}`} variant="outline" size="xs">
          {what}このまま残し、今の登録を確認済みとする
        </SubmitButton>
      )}
    </div>
  );
}
