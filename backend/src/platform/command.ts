import { type Config, ConfigError, readConfig } from './config.js';

/** The beginning of every process: a wrong setting is told in words, anything else with its stack. */
export async function command(work: (config: Config) => Promise<unknown>): Promise<void> {
  try {
    await work(readConfig());
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  }
}
