/** `app` composes features; features know the design system, the door to the API and the contract, not each other. */
module.exports = {
  forbidden: [
    {
      name: 'features-do-not-import-each-other',
      severity: 'error',
      from: { path: '^src/(?!app/|ui/|lib/)([^/]+)/' },
      to: { path: '^src/(?!ui/|lib/)([^/]+)/', pathNot: '^src/$1/' },
    },
    {
      name: 'foundations-know-no-feature',
      severity: 'error',
      from: { path: '^src/(ui|lib)/' },
      to: { path: '^src/(?!ui/|lib/)' },
    },
    {
      name: 'design-system-does-not-fetch',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/lib/api\\.ts$' },
    },
    {
      name: 'only-the-contract-of-the-backend',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'backend/src/(?!contract/)' },
    },
    { name: 'unresolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules|\\.\\./backend' },
    exclude: { path: '\\.spec\\.tsx?$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
