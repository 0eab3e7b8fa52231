'use client';

import type { FormInput } from '@musubi/backend/contract/forms';
import type { KarteSheet } from '@musubi/backend/contract/karte';
import { Button } from '@/ui/button';
import { FieldGroup } from '@/ui/form-field';
import { TextField } from '@/ui/text-field';
import { useSheet } from './sheet-context';

type Town = KarteSheet['members'][number];

interface Props {
  input: FormInput;
  codes: readonly string[];
  /** Names of the towns that are known to this page. */
  towns: readonly Town[];
  /** Towns that share the name that was typed. */
  found: readonly Town[];
}

/** 構成団体: found by name, kana or code, and added one by one. */
export function MembersField({ input, codes, towns, found }: Props) {
  const { faults } = useSheet();
  const nameOf = (code: string) => towns.find((town) => town.code === code)?.label ?? `団体コード ${code}`;
  return (
    <FieldGroup id="members" name="members" label={input.label} support={input.help} error={faults.members}>
      {codes.length > 0 && (
        <ul className="grid gap-1">
          {codes.map((code) => (
            <li key={code} className="flex flex-wrap items-center gap-2">
              <input type="hidden" name="memberCodes" value={code} />
              {nameOf(code)}
              <Button variant="text" size="sm" name="removeMember" value={code}>
                {`${nameOf(code)}を外す`}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div id="members" className="flex flex-wrap items-end gap-2">
        <TextField
          label="団体名又は団体コード"
          name="memberName"
          width="18rem"
          error={faults.memberName}
          autoComplete="off"
        />
        <Button variant="outline" name="addMember" value="search">
          構成団体を追加
        </Button>
      </div>
      {found.length > 0 && (
        <div role="status" className="grid gap-2">
          <p>同じ名前の団体があります。追加する団体を選んでください。</p>
          <div className="flex flex-wrap gap-2">
            {found.map(({ code, label }) => (
              <Button key={code} variant="outline" size="sm" name="addMember" value={code}>
                {label}
              </Button>
            ))}
          </div>
        </div>
      )}
    </FieldGroup>
  );
}
