import type { FormDefinition, FormItem } from '@musubi/backend/contract/forms';

export interface Chapter {
  id: string;
  title: string;
  items: FormItem[];
}

/** The items under their headings. A form without headings is one chapter. */
export function chaptersOf({ name, items }: FormDefinition): Chapter[] {
  const chapters: Chapter[] = [];
  for (const item of items) {
    const last = chapters.at(-1);
    if (last && !item.chapter) last.items.push(item);
    else chapters.push({ id: `chapter-${chapters.length + 1}`, title: item.chapter ?? name, items: [item] });
  }
  return chapters;
}
