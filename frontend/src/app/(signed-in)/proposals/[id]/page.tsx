import { PROPOSAL_STATE_LABEL, SOLUTION_LABEL } from '@musubi/backend/contract/proposals';
import type { Metadata, Route } from 'next';
import { askAgain } from '@/proposals/actions';
import { getProposal, getProposals } from '@/proposals/api';
import { ApproveForm } from '@/proposals/appointment-forms';
import { AskForm } from '@/proposals/ask-form';
import { ByHand } from '@/proposals/by-hand';
import { Figures } from '@/proposals/figures';
import { RepairForm } from '@/proposals/repair-form';
import { Reserve } from '@/proposals/reserve';
import { Rules } from '@/proposals/rules';
import { Teams } from '@/proposals/teams';
import { Versions } from '@/proposals/versions';
import { Working } from '@/proposals/working';
import { Banner } from '@/ui/banner';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import { DoneBanner } from '@/ui/done-banner';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { StatusBadge } from '@/ui/status-badge';

export const metadata: Metadata = { title: '編成案' };

export default async function ProposalPage({ params, searchParams }: PageProps<'/proposals/[id]'>) {
  const proposal = await getProposal((await params).id);
  const query = await searchParams;
  const { id, round, serial, name, note, state, status, appointed, allowedActions, conflict, moves } = proposal;
  const { items } = await getProposals(round.id);
  const mayChange = allowedActions.includes('change');
  return (
    <>
      <Breadcrumb
        trail={[
          { label: '編成', href: '/proposals' as Route },
          { label: round.name, href: `/rounds/${round.id}/proposals` as Route },
        ]}
        here={`第${serial}案`}
      />
      <PageHeader
        title={`第${serial}案　${name}`}
        badges={
          <StatusBadge tone={appointed ? 'done' : 'active'}>
            {appointed ? '確定' : status ? SOLUTION_LABEL[status] : PROPOSAL_STATE_LABEL[state]}
          </StatusBadge>
        }
      >
        {note && <p className="whitespace-pre-wrap">{note}</p>}
        {moves !== null && <p>辞退後の再編成。ほかに動くのは{moves}人までとしました。</p>}
      </PageHeader>
      <DoneBanner done={query.done} />
      {['waiting', 'solving'].includes(state) && <Working proposal={proposal} />}
      {state === 'failed' && (
        <Banner kind="error" title="計算を終えられませんでした">
          何度かやり直しましたが、終わりませんでした。管理者に連絡し、新しい編成案の計算を頼んでください。
        </Banner>
      )}
      {state === 'infeasible' && (
        <Banner kind="error" title="次の規則を全て守る編成はありません。どれか一つを外すか、緩めてください">
          <ul className="list-disc pl-5">
            {conflict.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Banner>
      )}
      {state === 'done' && (
        <>
          <Figures proposal={proposal} others={items.filter((one) => one.id !== id && one.state === 'done')} />
          <Teams proposal={proposal} query={query} mayChange={mayChange} />
          {!appointed && <ByHand proposal={proposal} officer={String(query.exchange ?? '')} mayChange={mayChange} />}
          <Reserve proposal={proposal} />
          <Rules proposal={proposal} mayChange={mayChange} />
          <Versions proposal={proposal} mayChange={mayChange} />
        </>
      )}
      {allowedActions.includes('approve') && (
        <Card title="確定する">
          <ApproveForm id={id} roundId={round.id} version={proposal.version} />
        </Card>
      )}
      {appointed && (
        <p>
          <Link href={`/rounds/${round.id}/appointment` as Route}>任命の通知と公表</Link>
        </p>
      )}
      {allowedActions.includes('askAgain') && state !== 'waiting' && state !== 'solving' && (
        <Card title="計算し直す">
          <Disclosure summary="今の規則（固定、除外など）を保って計算し直す">
            <AskForm
              action={askAgain.bind(null, id)}
              idPrefix="again-"
              weights={proposal.weights}
              size={proposal.teamSize}
            />
          </Disclosure>
        </Card>
      )}
      {allowedActions.includes('repair') && (
        <Card title="辞退があったとき">
          <Disclosure summary="動く人を少なく保って再編成する">
            <RepairForm id={id} officers={proposal.teams.flatMap(({ officers }) => officers)} />
          </Disclosure>
        </Card>
      )}
    </>
  );
}
