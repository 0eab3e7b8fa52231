import type { ReplyPage } from '@musubi/backend/contract/replies';
import type { Route } from 'next';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';

/** The replies that were issued for this 相談, each with its own address. */
export function IssuedReplies({ id, issued, shown }: { id: string; shown: number | null } & Pick<ReplyPage, 'issued'>) {
  return (
    <nav aria-label="送付した回答書">
      <ul className="grid gap-1">
        {issued.map(({ no, documentNumber, issuedOn }) => {
          const name = `第${no}回の回答書（${documentNumber}）`;
          return (
            <li key={no}>
              {no === shown ? (
                <span aria-current="page" className="font-700">
                  {name}
                </span>
              ) : (
                <Link href={`/consultations/${id}/reply?no=${no}` as Route}>{name}</Link>
              )}
              　<Day value={issuedOn} />
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
