import { LinkButton } from './link';
import { WithoutScripts } from './without-scripts';

/** What an address says that leads nowhere, or to what the reader may not read: the same, so that neither tells of the other. */
export function NothingHere() {
  return (
    <>
      <WithoutScripts />
      <p>アドレスが変わったか、削除されたか、閲覧の権限がない可能性があります。アドレスをお確かめください。</p>
      <p>
        <LinkButton href="/">トップページへ戻る</LinkButton>
      </p>
    </>
  );
}
