import { randomUUID } from 'node:crypto';
import type { TeamPromise } from '@musubi/backend/contract/team-meetings';
import type { Route } from 'next';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import type { Option } from '@/ui/select';
import { PromiseForm } from './promise-form';
import { PromiseList } from './promise-list';

interface Props {
  teamId: string;
  promises: readonly TeamPromise[];
  owners: Option[];
  writes: boolean;
}

/** What was promised in a team and is not done, on its page. */
export function PromisesCard({ teamId, promises, owners, writes }: Props) {
  const home = `/teams/${teamId}` as Route;
  const open = promises.filter(({ doneAt }) => !doneAt);
  const done = promises.filter(({ doneAt }) => doneAt);
  return (
    <Card title="約束・宿題">
      <div className="grid gap-4">
        {open.length === 0 ? <p>済んでいない約束はありません。</p> : <PromiseList promises={open} home={home} />}
        {writes && (
          <Disclosure summary="約束を加える">
            <PromiseForm key={promises.length} teamId={teamId} id={randomUUID()} owners={owners} />
          </Disclosure>
        )}
        {done.length > 0 && (
          <Disclosure summary={`済んだ約束（${done.length}件）`}>
            <PromiseList promises={done} home={home} />
          </Disclosure>
        )}
      </div>
    </Card>
  );
}
