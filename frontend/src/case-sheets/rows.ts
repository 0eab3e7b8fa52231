/** How many rows a form offers. */
export const ELEMENTS = 6;
export const PARTNERS = 6;
