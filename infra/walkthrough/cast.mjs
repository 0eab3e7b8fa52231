// The people of the demo who play the stories.
import { readFileSync } from 'node:fs';
import { Visitor } from './people.mjs';

const DEMO = new URL('../../backend/seed/demo-accounts.json', import.meta.url);
const WHO = {
  town: 'tanto@kamishihoro',
  approver: 'shonin@kamishihoro',
  nishiizu: 'tanto@nishiizu',
  nishiizuApprover: 'shonin@nishiizu',
  kamiyama: 'tanto@kamiyama',
  desk: 'madoguchi@desk',
  desk2: 'madoguchi2@desk',
  manager: 'kanri@desk',
  manager2: 'kanri2@desk',
  secretariat: 'jimukyoku@desk',
  officer: 'shienkan@officers',
  admin: 'admin@desk',
  mlit: 'kokudo@ministries',
  maff: 'nosui@ministries',
  meti: 'keisan@ministries',
  env: 'kankyo@ministries',
  mic: 'somu@ministries',
  jfa: 'suisan@ministries',
};

export function castOf(base) {
  const { password } = JSON.parse(readFileSync(DEMO, 'utf8'));
  return Object.fromEntries(
    Object.entries(WHO).map(([who, name]) => [who, new Visitor(base, `${name}.example`, password)]),
  );
}
