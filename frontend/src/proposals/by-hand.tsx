import type { ProposalPage } from '@musubi/backend/contract/proposals';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { type Option, Select } from '@/ui/select';

const options = (list: readonly { id: string; label: string }[]): Option[] =>
  list.map(({ id, label }) => ({ value: id, label }));

/** Asks what a change would cost; nothing is changed by it. Plain forms, so they work without JavaScript. */
export function ByHand({
  proposal,
  officer,
  mayChange,
}: {
  proposal: ProposalPage;
  officer: string;
  mayChange: boolean;
}) {
  const [people, towns] = [options(proposal.officers), options(proposal.towns)];
  const action = `/proposals/${proposal.id}/change`;
  return (
    <Card title="試してみる" id="by-hand">
      <div className="grid gap-8 xl:grid-cols-3">
        <form action={action} className="grid content-start gap-4">
          <h3 className="text-std-18B-160">なぜこの人ではないのか</h3>
          <input type="hidden" name="kind" value="place" />
          <Select label="支援官" name="officer" id="place-officer" options={people} empty="選択してください" required />
          <Select
            label="団体"
            name="municipality"
            id="place-municipality"
            options={towns}
            empty="選択してください"
            required
          />
          <div>
            <Button variant="outline">入れた場合を見る</Button>
          </div>
        </form>
        <form action={action} className="grid content-start gap-4">
          <h3 className="text-std-18B-160">二人を入れ替える</h3>
          <input type="hidden" name="kind" value="exchange" />
          <Select
            label="支援官"
            name="officer"
            id="exchange-officer"
            options={people}
            defaultValue={officer}
            empty="選択してください"
            required
          />
          <Select
            label="相手の支援官（待機者も可）"
            name="other"
            id="exchange-other"
            options={people}
            empty="選択してください"
            required
          />
          <div>
            <Button variant="outline">入れ替えた場合を見る</Button>
          </div>
        </form>
        {mayChange && <PairRule action={action} people={people} />}
      </div>
    </Card>
  );
}

function PairRule({ action, people }: { action: string; people: Option[] }) {
  return (
    <form action={action} className="grid content-start gap-4">
      <h3 className="text-std-18B-160">二人の規則を加える</h3>
      <Select
        label="規則"
        name="kind"
        id="rule-kind"
        options={[
          { value: 'together', label: '同じチームにする' },
          { value: 'apart', label: '別のチームにする' },
        ]}
      />
      <Select label="支援官" name="officer" id="rule-officer" options={people} empty="選択してください" required />
      <Select
        label="もう一人の支援官"
        name="other"
        id="rule-other"
        options={people}
        empty="選択してください"
        required
      />
      <div>
        <Button variant="outline">加えた場合を見る</Button>
      </div>
    </form>
  );
}
