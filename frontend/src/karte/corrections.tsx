import type { FormDefinition } from '@musubi/backend/contract/forms';
import type { KarteSheet } from '@musubi/backend/contract/karte';
import type { Route } from 'next';
import { Banner } from '@/ui/banner';
import { Link } from '@/ui/link';

interface Props {
  form: FormDefinition;
  corrections: KarteSheet['corrections'];
}

/** 差戻し: everything the desk asks to correct, each leading to its item. */
export function Corrections({ form, corrections }: Props) {
  if (corrections.length === 0) return null;
  return (
    <Banner kind="warning" title={`窓口から補正の依頼が${corrections.length}件あります`}>
      <ul className="list-disc pl-6">
        {corrections.map(({ id, item, reason }) => {
          const found = form.items.find(
            ({ no, inputs }) => String(no) === item || inputs.some(({ key }) => key === item),
          );
          return (
            <li key={id}>
              {found && <Link href={`#item-${found.no}` as Route}>{`${found.no} ${found.label}`}</Link>}
              <span className="whitespace-pre-wrap">{`　${reason}`}</span>
            </li>
          );
        })}
      </ul>
    </Banner>
  );
}
