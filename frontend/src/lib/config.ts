/** The only place that reads the environment. */
export const development = process.env.NODE_ENV === 'development';

/** Read at run time, so that one build serves every machine. */
export function apiOrigin(): string {
  const origin = process.env.API_ORIGIN;
  if (!origin) throw new Error('API_ORIGIN is not set. Example: API_ORIGIN=http://127.0.0.1:3001');
  return origin;
}
