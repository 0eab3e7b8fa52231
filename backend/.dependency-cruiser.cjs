/** From top to bottom: a folder imports from itself and the lines above it, never sideways or down. */
const LADDER = [
  ['contract'],
  ['platform'],
  ['calendar', 'tallies'],
  ['events'],
  ['identity'],
  ['deadlines'],
  ['holidays', 'municipalities', 'ministries', 'policies', 'good-practices', 'forms'],
  ['measures'],
  ['consultations'],
  ['routing', 'matching'],
  ['karte'],
  ['triage', 'board'],
  ['inquiries'],
  ['replies', 'meetings', 'surveys', 'case-sheets'],
  ['rounds'],
  ['applications'],
  ['selection'],
  ['teams'],
  ['team-meetings'],
  ['visits'],
  ['back-office'],
  ['team-surveys'],
  ['continuation'],
  ['team-calendar', 'team-changes'],
  ['team-feed'],
  ['team-health'],
  ['proposals'],
  ['team-reports'],
  ['search'],
  ['map'],
  ['notifications'],
  ['hand-overs'],
  ['dashboards', 'demo'],
  ['audit'],
];

const rungOf = (folder) => LADDER.findIndex((rung) => rung.includes(folder));
const folders = LADDER.flat();

const steps = folders.map((folder) => {
  const forbidden = folders.filter((other) => other !== folder && rungOf(other) >= rungOf(folder));
  return {
    name: `${folder}-imports-only-from-above`,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: { path: `^src/(${forbidden.join('|')})/` },
  };
});

module.exports = {
  forbidden: [
    ...steps.filter(({ to }) => to.path !== '^src/()/'),
    {
      name: 'every-folder-is-on-the-ladder',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${folders.join('|')}|migrations)/` },
      to: {},
    },
    {
      name: 'features-do-not-know-the-application',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/([^/]+\\.ts$|migrations/)' },
    },
    { name: 'unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.ts$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
