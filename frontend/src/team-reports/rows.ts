/** How many years of actuals a form offers at most. */
export const ACTUALS = 12;
