/** An address with the conditions that are set, in a fixed order. */
export function hrefTo(path: string, conditions: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams(
    Object.entries(conditions).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  return query.size > 0 ? `${path}?${query}` : path;
}
