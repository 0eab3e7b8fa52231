import type { Team } from '@musubi/backend/contract/teams';
import type { Option } from '@/ui/select';

/** Who may promise something: the town, and each member of now. */
export const ownersOf = ({ municipality, members }: Pick<Team, 'municipality' | 'members'>): Option[] => [
  { value: 'town', label: municipality },
  ...members
    .filter(({ leftOn }) => !leftOn)
    .map(({ personId, name, ministry }) => ({ value: personId, label: `${name}（${ministry}）` })),
];
