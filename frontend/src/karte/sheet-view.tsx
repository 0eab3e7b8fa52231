import type { KarteSheet } from '@musubi/backend/contract/karte';
import { DescriptionList } from '@/ui/description-list';
import { chaptersOf } from './chapters';
import { itemText } from './item-text';

/** The sheet as it stands, to be read before it leaves the office. */
export function SheetView({ sheet }: { sheet: KarteSheet }) {
  return (
    <div className="grid gap-6">
      {chaptersOf(sheet.form).map(({ id, title, items }) => (
        <section key={id} aria-labelledby={`${id}-read`}>
          <h3 id={`${id}-read`} className="text-std-18B-160">
            {title}
          </h3>
          <DescriptionList
            preserve
            items={items.map((item) => ({ term: `${item.no}　${item.label}`, value: itemText(sheet, item) }))}
          />
        </section>
      ))}
    </div>
  );
}
