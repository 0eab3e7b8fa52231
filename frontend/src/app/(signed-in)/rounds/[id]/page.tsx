import { formatWareki } from '@musubi/backend/contract/calendar';
import {
  CALL_LABEL,
  type CallKind,
  ROUND_ACTION_LABEL,
  ROUND_STATE_LABEL,
  RoundState,
  RoundStepAction,
  WEIGHT_LABEL,
} from '@musubi/backend/contract/rounds';
import type { Metadata, Route } from 'next';
import { withParams } from '@/lib/address';
import { getRound } from '@/rounds/api';
import { StepForm } from '@/rounds/round-forms';
import { Card } from '@/ui/card';
import { Confirm } from '@/ui/confirm';
import { DescriptionList } from '@/ui/description-list';
import { DoneBanner } from '@/ui/done-banner';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { StatusBadge } from '@/ui/status-badge';
import { Steps } from '@/ui/steps';
import { Moment } from '@/ui/time';

export async function generateMetadata({ params }: PageProps<'/rounds/[id]'>): Promise<Metadata> {
  return { title: (await getRound((await params).id)).name };
}

const ENDING = '全てのチームの支援が終わり、記録を読むだけになります。元に戻せません。';
const STANDING = { ahead: '受付開始前', open: '受付中', ended: '締切済' } as const;
const many = (count: number) => `${count.toLocaleString('ja-JP')}件`;

export default async function RoundPage({ params, searchParams }: PageProps<'/rounds/[id]'>) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const round = await getRound(id);
  const { inside, allowedActions } = round;
  const states = RoundState.options;
  const at = states.indexOf(round.state);
  const steps = RoundStepAction.options.filter((action) => allowedActions.includes(action));
  return (
    <>
      <PageHeader
        title={round.name}
        badges={<StatusBadge tone="active">{ROUND_STATE_LABEL[round.state]}</StatusBadge>}
        actions={
          <>
            {allowedActions.includes('edit') && (
              <LinkButton href={`/rounds/${id}/edit` as Route} variant="outline">
                日程と設定を変える
              </LinkButton>
            )}
            {inside && (
              <LinkButton href={`/rounds/${id}/selection` as Route} variant="outline">
                審査と選定
              </LinkButton>
            )}
            {allowedActions.includes('matchingProblem') && (
              <LinkButton href={`/rounds/${id}/proposals` as Route} variant="outline">
                編成
              </LinkButton>
            )}
            {inside && ['appointed', 'running', 'ended'].includes(round.state) && (
              <>
                <LinkButton href={`/rounds/${id}/surveys` as Route} variant="outline">
                  調査
                </LinkButton>
                <LinkButton href={`/rounds/${id}/continuation` as Route} variant="outline">
                  継続
                </LinkButton>
              </>
            )}
            {inside && ['running', 'ended'].includes(round.state) && (
              <LinkButton href={`/rounds/${id}/report` as Route} variant="outline">
                全体報告
              </LinkButton>
            )}
            <LinkButton href={`/applications?roundId=${id}` as Route}>応募</LinkButton>
          </>
        }
      />
      <DoneBanner done={done} />
      <Steps
        label="年度の段階"
        steps={states.map((state, index) => ({
          label: ROUND_STATE_LABEL[state],
          state: index < at ? 'done' : index === at ? 'current' : 'ahead',
        }))}
      />
      {steps.map((action) =>
        action === 'end' ? (
          <Confirm key={action} label={ROUND_ACTION_LABEL.end} question={<p>{ENDING}</p>}>
            <StepForm id={id} action={action} label="全てのチームの支援を終える" />
          </Confirm>
        ) : (
          <StepForm key={action} id={id} action={action} label={ROUND_ACTION_LABEL[action]} />
        ),
      )}
      <div className="grid gap-6 lg:grid-cols-2">
        {round.calls.map(({ kind, opensAt, closesAt, standing }) => (
          <Card key={kind} title={CALL_LABEL[kind]}>
            <DescriptionList
              items={[
                { term: '状況', value: STANDING[standing] },
                { term: '受付開始', value: <Moment value={opensAt} /> },
                { term: '締切', value: <Moment value={closesAt} /> },
                ...(kind === 'town'
                  ? [
                      { term: '選定する団体の数', value: `${round.places}団体` },
                      {
                        term: '応募できる団体',
                        value: `人口${round.populationLimit.toLocaleString('ja-JP')}人未満の市区町村`,
                      },
                    ]
                  : []),
                ...(inside ? countsOf(id, kind, inside.counts[kind]) : []),
                ...(inside && kind === 'town' && round.state === 'selecting'
                  ? [{ term: '結果が未決定', value: undecided(id, inside.counts.town.undecided) }]
                  : []),
              ]}
            />
          </Card>
        ))}
        <Card title="年間の日程">
          <DescriptionList items={round.calendar.map(({ label, on }) => ({ term: label, value: formatWareki(on) }))} />
        </Card>
        {inside && (
          <Card title="審査と編成の設定">
            <DescriptionList
              items={[
                { term: '1件を審査する人数', value: `${inside.reviewers}人` },
                ...inside.criteria.map(({ label, weight, most }) => ({
                  term: label,
                  value: `重み${weight}、${most}点満点`,
                })),
                { term: '1チームの人数', value: `${inside.teamSize}人` },
                ...Object.entries(WEIGHT_LABEL).map(([key, label]) => ({
                  term: label,
                  value: `${inside.weights[key as keyof typeof WEIGHT_LABEL]}点`,
                })),
              ]}
            />
          </Card>
        )}
      </div>
    </>
  );
}

type Counts = Record<'draft' | 'submitted' | 'withdrawn', number>;
const HANDED_IN = 'submitted,chosen,reserve,notChosen';

function countsOf(roundId: string, kind: CallKind, { draft, submitted, withdrawn }: Counts) {
  const rows = (count: number, state: string) =>
    count === 0 ? many(0) : <Link href={withParams('/applications', { roundId, kind }, { state })}>{many(count)}</Link>;
  return [
    { term: '応募', value: rows(submitted, HANDED_IN) },
    { term: '下書き', value: `${many(draft)}（応募されるまで、内容は応募者だけが読めます）` },
    { term: '辞退・取下げ', value: rows(withdrawn, 'withdrawn') },
  ];
}

const undecided = (roundId: string, count: number) =>
  count === 0 ? many(0) : <Link href={`/rounds/${roundId}/selection` as Route}>{many(count)}</Link>;
