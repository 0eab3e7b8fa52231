import type { Inquiry } from '@musubi/backend/contract/inquiries';
import { Card } from '@/ui/card';
import { Link } from '@/ui/link';
import { askedBy } from './asked-by';
import { HandOverButton } from './hand-over-button';

/** What waits for the desk: questions back, extensions, and rows to put to another ministry. */
export function Waiting({ inquiries }: { inquiries: readonly Inquiry[] }) {
  const waiting = inquiries.filter(({ allowedActions }) =>
    allowedActions.some((action) => ['replyBack', 'decideExtension', 'handOver'].includes(action)),
  );
  const [first] = waiting;
  if (!first) return null;
  return (
    <Card title={`${askedBy(first.consultation)}の対応を待っているもの`}>
      <ul className="grid gap-3">
        {waiting.map((inquiry) => (
          <WaitingFor key={inquiry.id} inquiry={inquiry} />
        ))}
      </ul>
    </Card>
  );
}

function WaitingFor({ inquiry: { id, ministry, division, rows, allowedActions } }: { inquiry: Inquiry }) {
  const name = [ministry.name, division?.name].filter(Boolean).join('　');
  const here = `#inquiry-${id}` as const;
  return (
    <>
      {allowedActions.includes('replyBack') && (
        <li>
          <Link href={here}>{name}から質問があります</Link>
        </li>
      )}
      {allowedActions.includes('decideExtension') && (
        <li>
          <Link href={here}>{name}から期限延長の申出があります</Link>
        </li>
      )}
      {allowedActions.includes('handOver') && (
        <li className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Link href={here}>{name}は、別の府省庁に尋ねるとよいと回答しています</Link>
          {rows.map((row) => (
            <HandOverButton key={row.questionRowId} id={id} row={row} />
          ))}
        </li>
      )}
    </>
  );
}
