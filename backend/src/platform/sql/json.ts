/** An instant in JSON, as `toISOString` writes it. */
export const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A sub-select as a JSON array of objects, empty when there are no rows. Without an order, in that of the sub-select. */
export const listOf = (fields: string, from: string, order?: string): string =>
  `coalesce((SELECT jsonb_agg(jsonb_build_object(${fields}) ${order ? `ORDER BY ${order}` : ''}) FROM ${from}), '[]')`;
