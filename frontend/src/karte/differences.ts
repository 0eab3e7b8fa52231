import type { FormChoices, FormDefinition } from '@musubi/backend/contract/forms';
import type { Content } from './content';
import { inputText } from './value-text';

export type Side = 'mine' | 'theirs';

/** An input that reads differently in two contents. */
export interface Difference {
  key: string;
  no: number;
  label: string;
  mine: string;
  theirs: string;
  /** Whose is proposed: where only one side changed since `base`, that one. */
  proposed: Side;
}

interface Sides {
  mine: Content;
  theirs: Content;
  /** What both began from, where it is known. */
  base?: Content;
}

export function differences(form: FormDefinition, choices: FormChoices, { mine, theirs, base }: Sides): Difference[] {
  return form.items.flatMap(({ no, label: item, inputs }) =>
    inputs.flatMap((input) => {
      const text = ({ karte, memberCodes }: Content) =>
        input.type === 'members' ? memberCodes.join('、') : inputText(input, karte, choices);
      const [my, their] = [text(mine), text(theirs)];
      if (my === their) return [];
      const proposed: Side = base !== undefined && text(base) === my ? 'theirs' : 'mine';
      const label = inputs.length > 1 ? `${item}：${input.label}` : item;
      return [{ key: input.key, no, label, mine: my, theirs: their, proposed }];
    }),
  );
}

/** Mine, with what the person takes over from theirs. */
export function merged(mine: Content, theirs: Content, takesTheirs: (key: string) => boolean): Content {
  const karte = { ...mine.karte };
  for (const key of new Set([...Object.keys(mine.karte), ...Object.keys(theirs.karte)])) {
    if (!takesTheirs(key)) continue;
    const value = theirs.karte[key];
    if (value === undefined) delete karte[key];
    else karte[key] = value;
  }
  return { karte, memberCodes: takesTheirs('members') ? theirs.memberCodes : mine.memberCodes };
}
