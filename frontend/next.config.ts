import { join } from 'node:path';
import type { NextConfig } from 'next';

/** npm hoists the packages to the repository root, so Next has to look there too. */
const repository = join(__dirname, '..');

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: repository,
  turbopack: { root: repository },
  transpilePackages: ['@musubi/backend'],
  typedRoutes: true,
  // `npm run check` looks at the types; a start that has to build should not wait for it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  images: { unoptimized: true },
  // The title stands in the head of every page, not behind a script.
  htmlLimitedBots: /.*/,
  experimental: { serverActions: { bodySizeLimit: '32mb' }, proxyClientMaxBodySize: '32mb' },
};

export default config;
