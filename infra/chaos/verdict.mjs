// What the year came to. Answers the exit code.

/** @param received each { key, messageId, open }; @param wanted keys that must have come */
export function judge({ received, wanted, workers, troubles, redis }) {
  const idsOf = new Map();
  for (const { key, messageId } of received) idsOf.set(key, [...(idsOf.get(key) ?? []), messageId]);
  const must = new Set(wanted);
  const lost = wanted.filter((key) => !idsOf.has(key)).length;
  const untrue = received.filter(({ key }) => !must.has(key)).length;
  const outside = received.filter(({ open }) => !open).length;
  const duplicates = received.length - idsOf.size;
  const unexplained = [...idsOf.values()].filter((ids) => new Set(ids).size > 1).length;

  const flushed = `, Redis emptied ${troubles.flushes} times, complete again within ${(troubles.slowestRefill / 1000).toFixed(1)} s`;
  console.log(
    `${workers.killed()} workers killed, ${troubles.smtp} SMTP connections dropped, ` +
      `all database connections cut ${troubles.cuts} times${redis ? flushed : ''}`,
  );
  if (workers.ends.length > 0) console.log(`workers that ended by themselves: ${workers.ends.length}`);
  const window =
    unexplained === 0
      ? '(all within the acknowledgement window, same Message-ID)'
      : `(${unexplained} with another Message-ID)`;
  console.log(`lost ${lost}, duplicate ${duplicates} ${window}, outside window ${outside}, untrue ${untrue}`);
  const faults = lost + unexplained + outside + untrue + workers.ends.length;
  return faults > 0 || troubles.slowestRefill > 60_000 ? 1 : 0;
}
