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
  poweredByHeader: false,
  images: { unoptimized: true },
  experimental: { serverActions: { bodySizeLimit: '32mb' } },
};

export default config;
