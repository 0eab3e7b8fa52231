import type { NewKarteOptions } from '@musubi/backend/contract/karte';
import type { Municipality } from '@musubi/backend/contract/municipalities';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { TextField } from '@/ui/text-field';
import { BeginForm } from './begin-form';

interface Props {
  channels: NewKarteOptions['proxyChannels'];
  q: string;
  found: readonly Municipality[];
}

/** The desk enters what a town sent by mail, telephone, visit or post. */
export function ProxyStart({ channels, q, found }: Props) {
  return (
    <div className="grid gap-4">
      <form method="get" className="flex flex-wrap items-end gap-2">
        <TextField
          label="団体を探す"
          support="団体名、ふりがな又は団体コード"
          name="town"
          defaultValue={q}
          width="20rem"
        />
        <Button variant="outline">探す</Button>
      </form>
      {q !== '' && found.length === 0 && (
        <EmptyState title={`「${q}」に当てはまる団体はありません`}>名称か団体コードを確認してください。</EmptyState>
      )}
      {found.length > 0 && <BeginForm name="proxy" towns={found} channels={channels} button="代理で入力を始める" />}
    </div>
  );
}
