import type { StandingIn } from '@musubi/backend/contract/absences';
import { Banner } from '@/ui/banner';
import { Day } from '@/ui/time';

/** For whom the reader stands in today. */
export function StandingInBanner({ people }: { people: readonly StandingIn[] }) {
  if (people.length === 0) return null;
  return (
    <Banner kind="info" title={`${people.map(({ name }) => `${name}さん`).join('、')}の代理をしています`}>
      <ul>
        {people.map(({ id, name, untilOn }) => (
          <li key={id}>
            {name}さん：
            <Day value={untilOn} weekday />
            まで不在
          </li>
        ))}
      </ul>
      <p>行った操作は、あなたの名前で履歴に残ります。</p>
    </Banner>
  );
}
