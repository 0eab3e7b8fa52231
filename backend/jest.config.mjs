// Native ES modules: run by `npm test`, which passes --experimental-vm-modules to Node.
export const swc = {
  swcrc: false,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

// Tests run on a foreign server: what is right there is right anywhere.
process.env.TZ = 'America/New_York';

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>', '<rootDir>/../infra'],
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts', '**/infra/*.spec.mjs'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  reporters: ['default', ...(process.env.TEST_RESULTS ? ['<rootDir>/test/results-reporter.mjs'] : [])],
  maxWorkers: 2,
  testTimeout: 30_000,
};
