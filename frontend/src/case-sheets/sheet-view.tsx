import type { CaseSheet } from '@musubi/backend/contract/case-sheets';
import { ChipList } from '@/ui/chip';
import { DescriptionList } from '@/ui/description-list';

/** A 事例票 as it is read, under its title. */
export function SheetView({ sheet }: { sheet: CaseSheet }) {
  return (
    <DescriptionList
      preserve
      items={[
        { term: '組み合わせた要素', value: sheet.elements.join(' × ') },
        { term: '場所', value: sheet.places.map(({ label }) => label).join('、') },
        { term: '団体名の公表', value: sheet.named ? '出す' : '出さない（都道府県名だけを出す）' },
        { term: '地域の現状・課題', value: sheet.situation },
        { term: '取組', value: sheet.initiative },
        {
          term: '連携先',
          value: sheet.partners.map(({ name, role }) => (role ? `${name}（${role}）` : name)).join('\n'),
        },
        { term: '相談を通じて得られた支援', value: sheet.support },
        { term: '結果・今後', value: sheet.results },
        { term: '政策の柱', value: sheet.pillar && `柱${sheet.pillar.code} ${sheet.pillar.name}` },
        { term: '政策分野', value: <ChipList label="政策分野" items={sheet.fields.map(({ name }) => name)} /> },
        { term: '元にした好事例', value: sheet.practice?.name },
      ]}
    />
  );
}
