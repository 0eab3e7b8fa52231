// The load: requests as fast as they are answered, over so many connections, for so long.
import autocannon from 'autocannon';

/**
 * `next()` gives each request { method, path, headers, body }. With `amount` it stops after so many requests.
 * Answers requests per second, the milliseconds within which 99 of 100 were answered, and how many went wrong.
 */
export async function fire({ origin, connections, seconds, amount, next }) {
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    ...(amount ? { amount } : {}),
    timeout: 60,
    requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
  });
  const { duration, latency, errors } = result;
  return { rate: result['2xx'] / duration, p99: latency.p99, errors: errors + result.non2xx };
}
