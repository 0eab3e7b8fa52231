/** How dark: nothing, then quarters of the largest. A colour never stands without its number. */
export const FILL = ['fill-white', 'fill-blue-100', 'fill-blue-300', 'fill-blue-500', 'fill-blue-800'] as const;
/** A prefecture is lighter, because names stand on its tiles; dots and tiles have the same colours. */
export const BACKGROUND = ['bg-white', 'bg-blue-50', 'bg-blue-100', 'bg-blue-200', 'bg-blue-300'] as const;
export const DOT = ['fill-white', 'fill-blue-50', 'fill-blue-100', 'fill-blue-200', 'fill-blue-300'] as const;

/** The numbers that share a shade, as far as there are such numbers. */
export function ranges(most: number): { shade: number; label: string }[] {
  const upTo = (shade: number) => Math.floor((shade * most) / (FILL.length - 1));
  const classes = FILL.flatMap((_, shade) => {
    const [from, to] = [shade === 0 ? 0 : upTo(shade - 1) + 1, upTo(shade)];
    if (from > to) return [];
    return [{ shade, label: from === to ? `${number(from)}件` : `${number(from)}～${number(to)}件` }];
  });
  return most === 0 ? classes.slice(0, 1) : classes;
}

const number = (value: number): string => value.toLocaleString('ja-JP');
