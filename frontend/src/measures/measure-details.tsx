import type { Measure, MeasureHistory } from '@musubi/backend/contract/measures';
import { LOGIC_MODEL_LEVEL_LABEL } from '@musubi/backend/contract/policies';
import type { Route } from 'next';
import { Card } from '@/ui/card';
import { ChipList } from '@/ui/chip';
import { citation } from '@/ui/citation';
import { type Description, DescriptionList } from '@/ui/description-list';
import { Disclosure } from '@/ui/disclosure';
import { Link } from '@/ui/link';
import { Moment } from '@/ui/time';
import { CallPeriod, Owners } from './words';

/** What kind of a node a code of the logic model is: 1 … E … a … N2. */
const levelOf = (code: string): string => {
  if (code.startsWith('N')) return LOGIC_MODEL_LEVEL_LABEL.state;
  if (/\d/.test(code)) return LOGIC_MODEL_LEVEL_LABEL.impact;
  return /[A-E]/.test(code) ? LOGIC_MODEL_LEVEL_LABEL.outcome : LOGIC_MODEL_LEVEL_LABEL.output;
};

export function Position({ path, place, sourceRef, repeatOf }: Measure) {
  return (
    <>
      {path.length > 0 ? (
        <ol>
          {path.map(({ code, name }) => (
            <li key={code}>
              {levelOf(code)}　{code}．{name}
            </li>
          ))}
        </ol>
      ) : (
        place.map((name) => <p key={name}>{name}</p>)
      )}
      {path.length > 0 && place.slice(1).map((name) => <p key={name}>{name}</p>)}
      <p className="text-solid-gray-700">{sourceRef}</p>
      {repeatOf && (
        <p>
          再掲：<Link href={`/measures/${repeatOf.id}` as Route}>{repeatOf.sourceRef}</Link>にもあります。
        </p>
      )}
    </>
  );
}

/** Who may apply, for how much, until when: what is known of it. */
export function conditionsOf(measure: Measure): Description[] {
  const { eligible, requirements, rate, ceiling, call, fiscalYear, grantType, law, contact, links } = measure;
  const all: Description[] = [
    { term: '対象者', value: eligible },
    { term: '要件', value: requirements },
    { term: '補助率', value: rate },
    { term: '上限', value: ceiling },
    { term: '公募期間', value: call === 'none' ? '' : <CallPeriod {...measure} /> },
    { term: '年度', value: fiscalYear ? `${fiscalYear}年度` : '' },
    { term: '交付金の型', value: grantType },
    { term: '根拠法令', value: law },
    { term: '連絡先', value: contact },
    { term: 'リンク', value: links.length > 0 ? <Links links={links} /> : '' },
  ];
  return all.filter(({ value }) => value !== '');
}

function Links({ links }: { links: readonly string[] }) {
  return links.map((href) => (
    <p key={href} className="break-all">
      <Link href={href as Route}>{href}</Link>
    </p>
  ));
}

export function Facts({ measure }: { measure: Measure }) {
  const { edition, owners, programs, fields, keywords, source, sourceLine, id } = measure;
  return (
    <DescriptionList
      preserve
      items={[
        { term: '所管', value: <Owners owners={owners} /> },
        { term: '位置', value: <Position {...measure} /> },
        { term: '主な事業', value: <Names names={programs} /> },
        {
          term: edition === 'list' ? '政策分野' : '政策分野（戦略の記載ではない）',
          value: <ChipList label="政策分野" items={fields} />,
        },
        { term: 'キーワード', value: keywords.join('、') },
        {
          term: '出典',
          value: `${citation(source)}${sourceLine ? `（テキストの${sourceLine.toLocaleString('ja-JP')}行目）` : ''}`,
        },
        { term: '施策ID', value: id },
      ]}
    />
  );
}

export function Names({ names }: { names: readonly string[] }) {
  if (names.length === 0) return '－';
  return (
    <ul className="list-disc pl-5">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

/** Never the KPI of one measure: the strategy sets them for a block of measures. */
export function Kpis({ kpis: { of, titles, texts } }: Pick<Measure, 'kpis'>) {
  if (texts.length === 0) return null;
  return (
    <Card title={of === 'block' ? 'KPI（この施策を含むまとまりのもの）' : 'KPI（アウトプットのもの）'}>
      <div className="grid gap-2">
        <p>
          {of === 'block'
            ? `次の${titles.length}施策のまとまりに設定されたKPIです。この施策だけのKPIではありません。`
            : `アウトプット「${titles.join('、')}」のKPIです。この施策だけのKPIではありません。`}
        </p>
        <Names names={texts} />
        {of === 'block' && (
          <Disclosure summary="まとまりの施策">
            <Names names={titles} />
          </Disclosure>
        )}
      </div>
    </Card>
  );
}

export function Versions({ items }: Pick<MeasureHistory, 'items'>) {
  if (items.length < 2) return null;
  return (
    <Card title="変更の履歴">
      <ul className="grid gap-3">
        {items.map(({ version, fileName, at, by, reason, changes }) => (
          <li key={version}>
            <p>
              第{version}版　{madeBy(fileName, reason)}　{at && <Moment value={at} />}　{by}
            </p>
            {changes.length > 0 && (
              <Disclosure summary={`${changes.length}項目の変更`}>
                <dl className="grid gap-2">
                  {changes.map(({ label, before, after }) => (
                    <div key={label}>
                      <dt className="font-700">{label}</dt>
                      <dd>
                        {before || '（なし）'} → {after || '（なし）'}
                      </dd>
                    </div>
                  ))}
                </dl>
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** How a version came about: by a file, by a person with a reason, or as it shipped. */
function madeBy(fileName: string | null, reason: string | null): string {
  if (fileName) return `「${fileName}」の取込み`;
  return reason ? `画面での変更（${reason}）` : '初期の登録';
}
