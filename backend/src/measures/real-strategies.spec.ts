import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../test/database.js';
import { Clock } from '../calendar/clock.js';
import { SYSTEM } from '../identity/actor.js';
import { ImportQueries } from './import.queries.js';
import { ImportsService } from './imports.service.js';

const SEEDS = process.env.SEEDS_DIR ?? fileURLToPath(new URL('../../../../shared/seeds', import.meta.url));
const beside = (prefix: string): string | undefined => {
  const name = existsSync(SEEDS) ? readdirSync(SEEDS).find((file) => file.startsWith(prefix)) : undefined;
  return name && join(SEEDS, name);
};
const FILES = { R7: beside('000_'), R4: beside('003_') };

/** The texts of the government are not in the repository: with them beside it, the counts are theirs. */
function withTexts(name: string, tests: () => void): void {
  if (FILES.R7 && FILES.R4) describe(name, tests);
  else {
    process.stderr.write(
      `\n*** SKIPPED: ${name}: no texts in ${SEEDS}. Set SEEDS_DIR to the folder of 000_… and 003_…. ***\n`,
    );
    describe.skip(name, tests);
  }
}

withTexts('the texts of both strategies', () => {
  const db = testDatabase();

  async function imported(file: string) {
    const imports = new ImportsService(db(), new Clock());
    const id = await imports.try(SYSTEM, file, readFileSync(file));
    const shown = await new ImportQueries(db()).get(SYSTEM, id);
    if (shown.state === 'ready') await imports.apply(SYSTEM, id);
    return shown;
  }
  const changed = ({ difference }: Awaited<ReturnType<typeof imported>>) =>
    new Set(difference.changed.flatMap(({ changes }) => changes.map(({ label }) => label)));

  it('R4: 747 records and 917 bullets, which add only sentences to the facts that ship; again: nothing', async () => {
    const first = await imported(FILES.R4 ?? '');
    expect(first.faults).toEqual([]);
    expect(first.counts).toEqual([
      { label: '記載', count: 747 },
      { label: '箇条書き', count: 917 },
    ]);
    expect(first.difference).toMatchObject({ added: [], changed: { length: 747 }, unchanged: 0 });
    expect(changed(first)).toEqual(new Set(['本文']));
    expect((await imported(FILES.R4 ?? '')).difference).toEqual({ added: [], changed: [], unchanged: 747, kpis: 0 });
  });

  it('R7: 331 measures, 173 主な事業, 51 KPI in 29 blocks; again: nothing', async () => {
    const first = await imported(FILES.R7 ?? '');
    expect(first.faults).toEqual([]);
    expect(first.counts).toEqual([
      { label: '施策', count: 331 },
      { label: '主な事業', count: 173 },
      { label: 'KPI', count: 51 },
      { label: 'KPI のまとまり', count: 29 },
    ]);
    expect(first.difference).toMatchObject({ added: [], changed: { length: 331 }, unchanged: 0, kpis: 51 });
    expect(changed(first)).toEqual(new Set(['本文', 'KPI のまとまり', '出典の行']));
    expect((await imported(FILES.R7 ?? '')).difference).toEqual({ added: [], changed: [], unchanged: 331, kpis: 0 });
  });

  it('a text that lacks a line in the middle names the line', async () => {
    const text = readFileSync(FILES.R4 ?? '', 'utf8').split('\n');
    const owners = text.findIndex((line, at) => at > 3000 && line.startsWith('（国土交通省'));
    const id = await new ImportsService(db(), new Clock()).try(
      SYSTEM,
      'broken.txt',
      Buffer.from(text.toSpliced(owners, 1, '').join('\n')),
    );
    const { faults, state } = await new ImportQueries(db()).get(SYSTEM, id);
    expect(state).toBe('faulty');
    expect(Math.abs((faults[0]?.line ?? 0) - owners)).toBeLessThan(40);
  });
});
