import type { EntityManager } from 'typeorm';

/** The next number of a series in a fiscal year: no gaps, no doubles, because the row stays locked until commit. */
export async function nextNumber(tx: EntityManager, series: string, fiscalYear: number): Promise<number> {
  const [{ last }]: [{ last: number }] = await tx.query(
    `INSERT INTO number_series AS s (series, fiscal_year, last) VALUES ($1, $2, 1)
     ON CONFLICT (series, fiscal_year) DO UPDATE SET last = s.last + 1 RETURNING last`,
    [series, fiscalYear],
  );
  return last;
}

/** 後方支援-R8-0001. */
export const supportNumber = (fiscalYear: number, serial: number): string =>
  `後方支援-R${fiscalYear - 2018}-${String(serial).padStart(4, '0')}`;

/** 新結合-R8-0001, and 新結合-R8-0001-2 for the second round after a reopening. */
export function consultationNumber(fiscalYear: number, serial: number, branch: number): string {
  const base = `新結合-R${fiscalYear - 2018}-${String(serial).padStart(4, '0')}`;
  return branch > 0 ? `${base}-${branch + 1}` : base;
}
