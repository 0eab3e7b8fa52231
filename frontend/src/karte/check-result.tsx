import type { FormDefinition } from '@musubi/backend/contract/forms';
import type { KarteCheck } from '@musubi/backend/contract/karte';
import type { Route } from 'next';
import { Banner } from '@/ui/banner';
import { Link } from '@/ui/link';
import type { SheetHome } from './sheet-home';

interface Props {
  home: SheetHome;
  id: string;
  form: FormDefinition;
  check: KarteCheck;
  mayEdit: boolean;
}

const TO_HAND_IN: Record<SheetHome, string> = { consultations: '提出する', applications: '応募する' };

/** What is still missing, each leading to its field, and what is worth a second look. */
export function CheckResult({ home, id, form, check: { faults, warnings }, mayEdit }: Props) {
  const count = Object.keys(faults).length;
  const noOf = (key: string) =>
    form.items.find(({ inputs }) => inputs.some((input) => input.key === key.split('.')[0]))?.no;
  return (
    <>
      {count === 0 ? (
        <Banner kind="success" title="必須の項目は、全て記入されています" />
      ) : (
        <Banner kind="error" title={`${TO_HAND_IN[home]}には、あと${count}か所の記入が必要です`}>
          <ul className="list-disc pl-6">
            {Object.entries(faults).map(([key, message]) => (
              <li key={key}>
                {mayEdit ? (
                  <Link href={`/${home}/${id}/edit?check=1#${key}` as Route}>{`${noOf(key)}　${message}`}</Link>
                ) : (
                  `${noOf(key)}　${message}`
                )}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {warnings.map(({ key, message }) => (
        <Banner key={key} kind="warning" title={message}>
          {mayEdit && <Link href={`/${home}/${id}/edit#${key}` as Route}>{`${noOf(key)}の項目を見直す`}</Link>}
        </Banner>
      ))}
    </>
  );
}
