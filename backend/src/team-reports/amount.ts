const PLACES = 4;

/** A decimal of at most four places as a whole number of ten-thousandths: nothing is lost in reckoning. */
export function units(amount: string): bigint {
  const [whole = '0', part = ''] = amount.replace('-', '').split('.');
  const magnitude = BigInt(whole + part.padEnd(PLACES, '0'));
  return amount.startsWith('-') ? -magnitude : magnitude;
}

export function amountOf(ofUnits: bigint): string {
  const digits = String(ofUnits < 0n ? -ofUnits : ofUnits).padStart(PLACES + 1, '0');
  const part = digits.slice(-PLACES).replace(/0+$/, '');
  return `${ofUnits < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${part && `.${part}`}`;
}

/** numerator ÷ denominator × 100 with one decimal, half up by magnitude (四捨五入). */
export function percentOf(numerator: bigint, denominator: bigint): string {
  const negative = numerator < 0n !== denominator < 0n && numerator !== 0n;
  const [above, below] = [numerator, denominator].map((one) => (one < 0n ? -one : one)) as [bigint, bigint];
  const tenths = (above * 2000n + below) / (below * 2n);
  return `${negative && tenths > 0n ? '－' : ''}${tenths / 10n}.${tenths % 10n}`;
}
