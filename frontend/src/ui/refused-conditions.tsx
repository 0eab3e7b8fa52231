import type { Problem } from '@musubi/backend/contract/problem';
import { ErrorSummary } from './error-summary';

/** Says what is wrong with the conditions of a page, and that it shows everything instead. */
export function RefusedConditions({ refused }: { refused?: Problem }) {
  if (!refused) return null;
  return (
    <>
      <ErrorSummary message={refused.detail} fields={refused.fields} />
      <p>次は、条件を付けずに表示しています。</p>
    </>
  );
}
