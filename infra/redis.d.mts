export function redisInstalled(): boolean;
export function startRedis(): Promise<{ url: string; stop(): Promise<void> }>;
