import type { TeamCard as Team } from '@musubi/backend/contract/proposals';
import type { Route } from 'next';
import { withParams } from '@/lib/address';
import { Banner } from '@/ui/banner';
import { Chip } from '@/ui/chip';
import { Disclosure } from '@/ui/disclosure';
import { Link } from '@/ui/link';
import { points } from './points';

/** A town with its team: who, how many points, why, and what is wrong with it. */
export function TeamCard({ id, team, mayChange }: { id: string; team: Team; mayChange: boolean }) {
  const { municipality, score, officers, parts, conflicts } = team;
  const change = (kind: string, officer: string): Route =>
    withParams(`/proposals/${id}/change`, {}, { kind, officer, municipality: municipality.id });
  return (
    <article className="grid content-start gap-3 rounded-12 border border-solid-gray-420 bg-white p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="text-std-18B-160">{municipality.label}</h3>
        <p className="tabular-nums">適合度 {points(score)}点</p>
      </div>
      {conflicts.length > 0 && (
        <Banner kind="warning" title="規則に反しています">
          <ul className="list-disc pl-5">
            {conflicts.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Banner>
      )}
      <ul className="grid gap-2">
        {officers.map((officer) => (
          <li key={officer.id} className="grid gap-1">
            <span className="flex flex-wrap items-center gap-2">
              {officer.label}　{officer.grade}
              {officer.pinned && <Chip>固定</Chip>}
            </span>
            {mayChange && (
              <span className="flex flex-wrap gap-x-4 gap-y-1 text-dns-14N-130">
                {!officer.pinned && (
                  <Link href={change('pin', officer.id)}>
                    固定<span className="sr-only">：{officer.label}</span>
                  </Link>
                )}
                <Link href={change('ban', officer.id)}>
                  除外<span className="sr-only">：{officer.label}</span>
                </Link>
                <Link href={`/proposals/${id}?exchange=${encodeURIComponent(officer.id)}#by-hand` as Route}>
                  入れ替え<span className="sr-only">：{officer.label}</span>
                </Link>
              </span>
            )}
          </li>
        ))}
      </ul>
      <Disclosure summary={`適合度の内訳（${municipality.label}）`}>
        <ul className="grid gap-1">
          {parts.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Disclosure>
    </article>
  );
}
