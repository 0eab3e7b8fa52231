import type { TeamMember } from '@musubi/backend/contract/teams';
import { Disclosure } from '@/ui/disclosure';
import { Day } from '@/ui/time';
import { IntroductionForm } from './introduction-form';

/** An officer of a team, introduced in the own words. `writes`: the reader may write in this team. */
export function Member({ member, teamId, writes }: { member: TeamMember; teamId: string; writes: boolean }) {
  const { name, ministry, post, introduction, version, joinedOn, leftOn, leavingReason, handOver, me } = member;
  return (
    <li className="grid gap-1">
      <p className="text-std-17B-170">{name}</p>
      <p>{post ? `${ministry}　${post}` : ministry}</p>
      {introduction && <p className="whitespace-pre-wrap break-words">{introduction}</p>}
      {!introduction && !leftOn && !me && <p className="text-solid-gray-700">自己紹介は、まだありません。</p>}
      {!leftOn && (
        <p className="text-dns-14N-130 text-solid-gray-700">
          <Day value={joinedOn} /> から
        </p>
      )}
      {leftOn && (
        <p>
          <Day value={leftOn} /> に交代
          {leavingReason && `（${leavingReason}）`}
        </p>
      )}
      {handOver && (
        <Disclosure summary="引継ぎの内容">
          <p className="whitespace-pre-wrap break-words">{handOver}</p>
        </Disclosure>
      )}
      {me && writes && !leftOn && (
        <Disclosure summary={introduction ? '自己紹介を直す' : '自己紹介を書く'} open={!introduction}>
          <IntroductionForm teamId={teamId} version={version} introduction={introduction} />
        </Disclosure>
      )}
    </li>
  );
}
